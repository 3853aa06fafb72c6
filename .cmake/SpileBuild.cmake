# How every target of the project is built: warnings, sanitizers, ccache and mold where present.

find_program(SPILE_CCACHE ccache)
if(SPILE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SPILE_CCACHE})
endif()
find_program(SPILE_MOLD mold)
if(SPILE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# For builds that are made once from nothing, without a ccache (.ci/run): unit tests are not optimised, and headers that nearly
# every file includes are compiled once. Off by default, because only builds without it notice a file that does not include what it needs.
option(SPILE_QUICK "do not optimise unit tests, precompile headers" OFF)

add_library(spile_build_options INTERFACE)
if(SPILE_QUICK)
  # Some libraries ask for it, and all users of a precompiled header must agree.
  target_compile_options(spile_build_options INTERFACE -pthread)
endif()
target_include_directories(spile_build_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(spile_build_options INTERFACE
  # Designated initialisers leave fields to their defaults on purpose.
  -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wimplicit-fallthrough
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
if(SPILE_SANITIZE)
  # Sanitizers change what the compiler can prove, so their builds keep warnings as warnings.
  add_compile_options(-fsanitize=${SPILE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=${SPILE_SANITIZE})
else()
  target_compile_options(spile_build_options INTERFACE -Werror)
endif()

# spile_precompile(TARGET HEADER OPTION...): where SPILE_QUICK is on, TARGET begins with HEADER, which is compiled once for all
# targets that have the same options of their own. The compilers take a precompiled header only where those agree.
function(spile_precompile target header)
  if(NOT SPILE_QUICK)
    return()
  endif()
  string(MAKE_C_IDENTIFIER "spile_precompiled_${header}_${ARGN}" owner)
  if(NOT TARGET ${owner})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${owner}.cpp CONTENT "")
    add_library(${owner} OBJECT ${PROJECT_BINARY_DIR}/${owner}.cpp)
    target_link_libraries(${owner} PRIVATE spile_build_options)
    target_compile_options(${owner} PRIVATE ${ARGN})
    target_precompile_headers(${owner} PRIVATE ${PROJECT_SOURCE_DIR}/${header})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()

# Libraries that the sanitized build optimises a little: the parsers are thousands of small functions, and without inlining
# the tests that play long and broken texts take minutes where they take seconds with it.
set(SPILE_SANITIZED_HOT base gherkin schema program syntax sema document graph)

# spile_library(NAME FOLDERS dir... USES target... PRIVATE target...): one static library from the .cpp files of its folders.
function(spile_library name)
  cmake_parse_arguments(ARG "" "" "FOLDERS;USES;PRIVATE" ${ARGN})
  set(sources "")
  foreach(folder IN LISTS ARG_FOLDERS)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  if(NOT sources)
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}_empty.cpp "")
    list(APPEND sources ${CMAKE_CURRENT_BINARY_DIR}/${name}_empty.cpp)
  endif()
  add_library(spile_${name} STATIC ${sources})
  add_library(spile::${name} ALIAS spile_${name})
  target_link_libraries(spile_${name} PUBLIC spile_build_options ${ARG_USES} PRIVATE ${ARG_PRIVATE})
  set(options "")
  if(SPILE_SANITIZE AND name IN_LIST SPILE_SANITIZED_HOT)
    set(options -O1)
  endif()
  target_compile_options(spile_${name} PRIVATE ${options})
  # Only there: g++ at -O2 gives false warnings of headers that are precompiled, and warnings are errors in other builds.
  if(SPILE_SANITIZE)
    spile_precompile(spile_${name} lang/base/precompiled.hpp ${options})
  endif()
endfunction()

# How every target of the project is built: warnings, sanitizers, ccache and mold where present.

find_program(SPILE_CCACHE ccache)
if(SPILE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SPILE_CCACHE})
endif()
find_program(SPILE_MOLD mold)
if(SPILE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(spile_build_options INTERFACE)
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
endfunction()

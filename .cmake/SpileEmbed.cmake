# spile_embed(TARGET SYMBOL FILE): puts FILE's bytes into TARGET, between the symbols SYMBOL_begin and SYMBOL_end.
# The assembler copies them (.incbin): no generated C array, no compile time, and a changed file is assembled anew.
function(spile_embed target symbol file)
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.s)
  file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [=[
    .section .rodata
    .globl @symbol@_begin
    .globl @symbol@_end
@symbol@_begin:
    .incbin "@file@"
@symbol@_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]=])
  target_sources(${target} PRIVATE ${assembly})
  set_source_files_properties(${assembly} PROPERTIES LANGUAGE ASM OBJECT_DEPENDS ${file})
endfunction()

# spile_embed_table(TARGET SYMBOL ROOT FILE...): a table at SYMBOL of what each FILE is called below ROOT and what it says,
# SYMBOL_count rows of four words: begin and length of the path, begin and length of the text.
function(spile_embed_table target symbol root)
  set(rows "")
  set(bytes "")
  set(number 0)
  foreach(file IN LISTS ARGN)
    file(RELATIVE_PATH path ${root} ${file})
    string(LENGTH "${path}" length)
    string(APPEND rows "    .quad path_${number}, ${length}, text_${number}, text_${number}_end - text_${number}\n")
    string(APPEND bytes "path_${number}: .ascii \"${path}\"\ntext_${number}: .incbin \"${file}\"\ntext_${number}_end:\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.s)
  file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [=[
    .section .data.rel.ro,"aw"
    .balign 8
    .globl @symbol@
    .globl @symbol@_count
@symbol@:
@rows@@symbol@_count: .quad @number@
    .section .rodata
@bytes@    .section .note.GNU-stack,"",%progbits
]=])
  target_sources(${target} PRIVATE ${assembly})
  set_source_files_properties(${assembly} PROPERTIES LANGUAGE ASM OBJECT_DEPENDS "${ARGN}")
endfunction()

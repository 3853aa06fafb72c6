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

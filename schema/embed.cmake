# cmake -DDIR= -DPATTERN= -DOUT= -DSYMBOL= -P embed.cmake: the files of DIR, sorted, become
# {name, text} rows of one C++ function. Texts are cut into literals of 8 KiB, which every compiler
# takes.
file(GLOB files "${DIR}/${PATTERN}")
list(SORT files)
set(body "")
foreach(f IN LISTS files)
  get_filename_component(name "${f}" NAME_WE)
  file(READ "${f}" text)
  string(LENGTH "${text}" length)
  set(literals "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8192 piece)
    string(APPEND literals "R\"embed(${piece})embed\" ")
    math(EXPR at "${at} + 8192")
  endwhile()
  string(APPEND body "    {\"${name}\", ${literals}},\n")
endforeach()
string(CONCAT code
  "// Generated from ${PATTERN}; do not edit.\n#include \"base/embedded.h\"\n\n"
  "namespace fintool {\nconst std::vector<EmbeddedText>& ${SYMBOL}() {\n"
  "  static const std::vector<EmbeddedText> all = {\n${body}  };\n"
  "  return all;\n}\n}  // namespace fintool\n")
file(WRITE "${OUT}" "${code}")

// Ctrl-C and the like end the command at once, but not without taking away the file that it is
// writing under a temporary name.
//
// A signal's handler can reach nothing but what is static, so the name is: the one mutable variable
// of the program.
#pragma once

#include <string>

namespace thresh::cli {

// Once, when the process starts. Signals that it was told to ignore stay so.
void handle_interrupts();

// The file to remove if the process is interrupted; it need not exist. One at a time: the last
// named counts. Empty: none.
void remove_if_interrupted(const std::string& path);

}  // namespace thresh::cli

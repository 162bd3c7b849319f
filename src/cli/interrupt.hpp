// Ctrl-C and the like end the command at once (or let it finish), but not without taking away the
// file that it is writing under a temporary name.
//
// A signal's handler can reach nothing but what is static, so the name and two flags are: the only
// mutable variables of the program.
#pragma once

#include <string>

namespace thresh::cli {

// Once, when the process starts. Signals that it was told to ignore stay so.
void handle_interrupts();

// The file to remove if the process is interrupted; it need not exist. One at a time: the last
// named counts. Empty: none.
void remove_if_interrupted(const std::string& path);

// While on, the first signal is only noted, so that a run can finish what it has begun; the second
// ends the command.
void finish_if_interrupted(bool on);
bool was_interrupted();

}  // namespace thresh::cli

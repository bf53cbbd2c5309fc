#include "server/attachments/clearer.hpp"

#include "server/child_process.hpp"

namespace server::attachments {

core::Result<void> run_clearer(const std::vector<std::string>& command) {
  constexpr std::chrono::seconds patience(60);
  constexpr int no_such_program = 127;
  const int status = run_program(command, patience);
  if (status == no_such_program)
    return core::fail(core::error_of(core::ErrorKind::Unavailable, "anonymous-copy-unavailable",
                                     "Não é possível receber anexos neste momento.",
                                     "Attachments cannot be taken at this moment."));
  if (status != 0) return core::fail(file_unreadable());
  return {};
}

core::Error file_unreadable() {
  return core::invalid("file-unreadable", "upload",
                       "O ficheiro está danificado ou protegido por palavra-passe.",
                       "The file is damaged or protected by a password.");
}

}  // namespace server::attachments

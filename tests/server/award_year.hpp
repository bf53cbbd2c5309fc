#pragma once

#include <string>
#include <vector>

#include "tests/server/running_program.hpp"
#include "tests/support/regulations.hpp"

namespace server_tests {

inline const core::EditionId edition("2021");
inline const core::DossierId dossier_of_alijo("2021-1701");
inline const core::DossierId dossier_of_favaios("2021-170107");
inline const core::DossierId dossier_of_grandola("2021-1505");
inline const core::RecordId diagnosis("diagnostico");
inline const core::RecordId programme("cartao");
inline constexpr auto everyones_password = "uma palavra-passe comprida";

/// One year of the award, stage by stage, each by its people through HTTP: Alijó's and Favaios's
/// dossiers are judged, by 90 and 65 points; Grândola's stays a draft. The juror tiago has a
/// conflict in Alijó's.
class AwardYear {
 public:
  /// Entities and accounts are there already, and everybody is signed in.
  AwardYear();

  /// Sets the time; whoever was signed in stays so.
  void at(const char* instant);

  void open_edition();
  void start_dossiers();
  void submit();
  void screen();
  void appoint_jurors();
  void ask_conflicts();
  void answer_conflicts();
  void assign();
  void score();
  void seal();
  void compute();
  /// Every juror votes in favour of the result last computed.
  void vote();
  /// After the vote, on the first day that the regulation allows.
  void publish();
  /// All of these up to the assignment.
  void until_assigned();

  regulation::Regulation rules = testing_support::small_regulation();
  RunningProgram program;
  Person public_reader{program};
  Person administrator{program, "administradora"};
  Person secretary{program, "secretaria"};
  Person colleague{program, "secretario"};
  Person alijo{program, "candidatura-1701"};
  Person favaios{program, "candidatura-170107"};
  Person grandola{program, "candidatura-1505"};
  Person rui{program, "rui"};
  Person marta{program, "marta"};
  Person joana{program, "joana"};
  Person tiago{program, "tiago"};
  std::vector<Person*> jurors = {&rui, &marta, &joana, &tiago};
  std::vector<Person*> everybody = {&administrator, &secretary, &colleague, &alijo, &favaios,
                                    &grandola,      &rui,       &marta,     &joana, &tiago};

 private:
  void register_entities();
  void open_accounts();
  /// What the juror has to judge, as the API says.
  [[nodiscard]] std::vector<core::DossierId> judged_by(Person& juror);
};

}  // namespace server_tests

#include "projections/upcasters.hpp"

#include <array>
#include <string>

namespace projections {
namespace {

/// The awards of a version-1 regulation had no ids; their kinds, none of which came twice, name
/// them.
void name_by_kind(json::Payload& award) {
  award.put_text("id", award.text("award").value_or(""));
}

/// The least points, in all and in sections, become conditions of one list.
void join_minimums(json::Payload& award) {
  award.within("section_minimums", [](json::Payload& minimum) {
    minimum.put_text("kind", "section");
    minimum.rename("points", "from");
  });
  const auto points = award.json("minimum_points").value_or("0");
  const auto sections = award.json("section_minimums").value_or("[]");
  std::string conditions = "[";
  if (points != "0") conditions += R"({"kind":"points","from":)" + points + "}";
  if (points != "0" && sections != "[]") conditions += ",";
  conditions += sections.substr(1, sections.size() - 2) + "]";
  award.put_json("conditions", conditions);
  award.remove("minimum_points");
  award.remove("section_minimums");
}

/// edition-opened v1 -> v2: awards have an id and conditions, and may speak of each other; a
/// regulation may admit by conditions and follow earlier editions.
void award_rules_as_data(json::Payload& edition) {
  edition.within("regulation", [](json::Payload& rules) {
    for (const auto* list : {"admission", "follows"}) rules.put_json(list, "[]");
    rules.within("awards", [](json::Payload& award) {
      name_by_kind(award);
      join_minimums(award);
      for (const auto* list : {"among", "unless"}) award.put_json(list, "[]");
      award.put_json("all_categories", "false");
    });
  });
}

/// edition-opened v2 -> v3, edition-drafted v1 -> v2: the calendar says until when entities are
/// heard and complain; where it said nothing, both end as the results may be published.
void calendar_to_the_close(json::Payload& edition) {
  edition.within("regulation", [](json::Payload& rules) {
    rules.within("calendar", [](json::Payload& calendar) {
      const auto results = calendar.text("results").value_or("");
      calendar.put_text("hearing_deadline", results);
      calendar.put_text("complaints_deadline", results);
    });
  });
}

/// result-computed v1 -> v2: each decision names its rule.
void decisions_by_rule(json::Payload& result) {
  result.within("dossiers", [](json::Payload& dossier) { dossier.within("awards", name_by_kind); });
}

/// What was optional from the beginning is absent from what was written before; so is a choice that
/// there was not.
void nothing_changes(json::Payload&) {}

/// result-computed v2 -> v3: nobody took down what it was computed from.
void without_sources(json::Payload& result) {
  result.put_json("sources", "[]");
}

/// juror-described v1 -> v2: nobody was asked what a juror is tied to.
void without_ties(json::Payload& juror) {
  juror.put_json("ties", "[]");
}

}  // namespace

std::span<const json::Upcaster> upcasters() {
  static constexpr std::array all = {json::Upcaster{"edition-opened", 1, award_rules_as_data},
                                     json::Upcaster{"edition-opened", 2, calendar_to_the_close},
                                     json::Upcaster{"edition-drafted", 1, calendar_to_the_close},
                                     json::Upcaster{"edition-opened", 3, nothing_changes},
                                     json::Upcaster{"edition-drafted", 2, nothing_changes},
                                     json::Upcaster{"edition-opened", 4, nothing_changes},
                                     json::Upcaster{"edition-drafted", 3, nothing_changes},
                                     json::Upcaster{"edition-opened", 5, nothing_changes},
                                     json::Upcaster{"edition-drafted", 4, nothing_changes},
                                     json::Upcaster{"result-computed", 1, decisions_by_rule},
                                     json::Upcaster{"juror-appointed", 1, nothing_changes},
                                     json::Upcaster{"juror-appointed", 2, nothing_changes},
                                     json::Upcaster{"jurors-assigned", 1, nothing_changes},
                                     json::Upcaster{"juror-described", 1, without_ties},
                                     json::Upcaster{"conflict-imposed", 1, nothing_changes},
                                     json::Upcaster{"dossier-record-added", 1, nothing_changes},
                                     json::Upcaster{"result-computed", 2, without_sources},
                                     json::Upcaster{"result-computed", 3, nothing_changes}};
  return all;
}

}  // namespace projections

#include "server/print/feedback_document.hpp"

#include <fmt/format.h>

#include "domain/core/text.hpp"
#include "domain/dossiers/sections.hpp"
#include "server/print/paper.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/regulation_words.hpp"

namespace server::print {
namespace {

struct SectionView {
  std::string section_name;
  std::string section_points;
  FIELDS(section_name, section_points)
};

struct CommentView {
  std::string comment_text;
  FIELDS(comment_text)
};

struct CommentedView {
  std::string criterion_name;
  std::vector<CommentView> comments;
  FIELDS(criterion_name, comments)
};

struct DecisionView {
  std::string award_title;
  std::string verdict;
  std::string award_reason;
  FIELDS(award_title, verdict, award_reason)
};

struct FeedbackView {
  std::string document_title;
  std::string edition_title;
  bool demonstration = false;
  std::string font_address;
  std::string category;
  std::string list_text;
  std::string result_text;
  std::vector<std::string> ties_told;
  bool has_sections = false;
  std::vector<SectionView> sections;
  bool has_comments = false;
  std::vector<CommentedView> commented;
  bool has_decisions = false;
  std::vector<DecisionView> decisions;
  std::string answer_text;
  FIELDS(document_title, edition_title, demonstration, font_address, category, list_text,
         result_text, ties_told, has_sections, sections, has_comments, commented, has_decisions,
         decisions, answer_text)
};

std::string list_in_words(const projections::Feedback& feedback) {
  if (!feedback.final_at)
    return fmt::format("Lista provisória publicada em {} (hora de Lisboa)",
                       site::moment_in_words(feedback.published_at));
  return fmt::format("Lista definitiva publicada em {} (hora de Lisboa)",
                     site::moment_in_words(*feedback.final_at));
}

std::string result_in_words(const projections::Feedback& feedback) {
  const auto& result = feedback.result;
  if (result.not_rankable) return result.not_rankable->pt;
  return fmt::format("{} pontos em 100, dados por {}; {}.º lugar entre {}.",
                     core::with_comma(result.points->shown),
                     site::counted(static_cast<std::size_t>(result.jurors), "jurado", "jurados"),
                     *result.rank,
                     site::counted(static_cast<std::size_t>(feedback.ranked),
                                   "candidatura classificada", "candidaturas classificadas"));
}

std::string answer_in_words(const projections::Feedback& feedback) {
  using projections::ResultState;
  if (feedback.state == ResultState::Closed) return "O resultado está encerrado.";
  const bool hearing = feedback.state == ResultState::Provisional;
  return fmt::format("{} até {} (hora de Lisboa), na página da candidatura.",
                     hearing ? "A autarquia pode pronunciar-se em audiência dos interessados"
                             : "A autarquia pode reclamar da lista definitiva",
                     site::moment_in_words(feedback.answer_until));
}

std::string name_of_section(regulation::Section section) {
  return fmt::format("{}. {}", site::numeral_of(section), dossiers::title_of(section).pt);
}

std::vector<CommentedView> commented(const projections::Feedback& feedback) {
  std::vector<CommentedView> found;
  for (const auto& one : feedback.comments) {
    CommentedView view{name_of_section(one.section) + ": " + one.title, {}};
    for (const auto& comment : one.comments) view.comments.push_back({comment});
    found.push_back(std::move(view));
  }
  return found;
}

}  // namespace

std::string feedback_document(const projections::Feedback& feedback) {
  FeedbackView view;
  view.document_title = "Resultado de " + feedback.entity.name;
  view.edition_title = feedback.title;
  view.demonstration = feedback.demonstration;
  view.font_address = font_address();
  view.category = site::name_of(feedback.result.category);
  view.list_text = list_in_words(feedback);
  view.result_text = result_in_words(feedback);
  for (const auto& tie : feedback.ties) view.ties_told.push_back(site::tie_in_words(tie));
  for (const auto& section : feedback.result.sections)
    view.sections.push_back(
        {name_of_section(section.section),
         section.points ? core::with_comma(section.points->shown) : "não se aplica"});
  view.has_sections = !view.sections.empty();
  view.commented = commented(feedback);
  view.has_comments = !view.commented.empty();
  for (const auto& award : feedback.result.awards)
    view.decisions.push_back(
        {award.title, award.granted ? "Atribuição" : "Não atribuição", award.reason.pt});
  view.has_decisions = !view.decisions.empty();
  view.answer_text = answer_in_words(feedback);
  return templates().render("feedback", view);
}

}  // namespace server::print

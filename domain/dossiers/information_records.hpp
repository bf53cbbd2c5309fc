#pragma once

#include "domain/dossiers/record_parts.hpp"

/// Sections VII and VIII: what the entity tells its people, online and on paper.
namespace dossiers {

enum class LinkForm { Page, News, Document, Video, SocialMedia };
CHOICES(LinkForm, "page", "news", "document", "video", "social-media")

enum class Language { Pt, En, Es, Fr, Other };
CHOICES(Language, "pt", "en", "es", "fr", "other")

struct Link {
  static constexpr std::string_view kind = "link";
  static constexpr auto section = regulation::Section::VII;
  std::string title;
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  LinkForm form = LinkForm::Page;
  std::string url;
  Language language = Language::Pt;
  core::Date date;  ///< of publication, or a day on which it was online
  std::vector<Evidence> evidence;
  FIELDS(title, theme, form, url, language, date, evidence)
};

enum class PrintedForm { Leaflet, Poster, Magazine, Book, Report, Other };
CHOICES(PrintedForm, "leaflet", "poster", "magazine", "book", "report", "other")

struct PrintedMatter {
  static constexpr std::string_view kind = "printed_matter";
  static constexpr auto section = regulation::Section::VIII;
  std::string title;
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  PrintedForm form = PrintedForm::Leaflet;
  core::Date date;
  std::optional<std::int64_t> print_run;
  std::string distribution;  ///< where and to whom
  std::vector<Evidence> evidence;
  FIELDS(title, theme, form, date, print_run, distribution, evidence)
};

}  // namespace dossiers

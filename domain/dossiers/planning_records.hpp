#pragma once

#include "domain/dossiers/record_parts.hpp"

/// Sections I and II: what is known of the territory, and where the work is meant to lead.
namespace dossiers {

enum class DiagnosisInstrument { DiagnosticoSocial, CartaSocial, Study, Survey, Other };
CHOICES(DiagnosisInstrument, "diagnostico-social", "carta-social", "study", "survey", "other")

/// An instrument of diagnosis.
struct Diagnosis {
  static constexpr std::string_view kind = "diagnosis";
  static constexpr auto section = regulation::Section::I;
  std::string title;
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  DiagnosisInstrument instrument = DiagnosisInstrument::DiagnosticoSocial;
  std::string description;
  core::Period period;
  std::optional<Approval> approval;
  std::optional<std::string> method;
  std::optional<std::string> participation;  ///< who took part, and how
  std::vector<Evidence> evidence;
  FIELDS(title, theme, instrument, description, period, approval, method, participation, evidence)
};

enum class OrientationInstrument {
  PlanoDeDesenvolvimentoSocial,
  PlanoDeAcao,
  PlanoParaAIgualdade,
  EstrategiaLocalDeHabitacao,
  Other
};
CHOICES(OrientationInstrument, "plano-de-desenvolvimento-social", "plano-de-acao",
        "plano-para-a-igualdade", "estrategia-local-de-habitacao", "other")

/// One domínio of an action plan, with the eixos along which it acts.
struct PlanDomain {
  std::int64_t number = 0;
  std::string name;
  std::string general_objective;
  std::vector<std::string> axes;
  FIELDS(number, name, general_objective, axes)
};

enum class Framework { Portugal2030, Ods, PlanoNacionalParaAIgualdade, RefAmp, Other };
CHOICES(Framework, "portugal-2030", "ods", "plano-nacional-para-a-igualdade", "ref-amp", "other")

/// What the orientation follows: "As pessoas primeiro" of Portugal 2030, say.
struct Alignment {
  Framework framework = Framework::Portugal2030;
  std::string reference;
  FIELDS(framework, reference)
};

/// A plan or another strategic orientation.
struct Orientation {
  static constexpr std::string_view kind = "orientation";
  static constexpr auto section = regulation::Section::II;
  std::string title;
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  OrientationInstrument instrument = OrientationInstrument::PlanoDeDesenvolvimentoSocial;
  std::string description;
  core::Period period;
  std::optional<Approval> approval;
  std::vector<PlanDomain> domains;  ///< numbered from 1, in order
  std::vector<Alignment> alignments;
  std::vector<Evidence> evidence;
  FIELDS(title, theme, instrument, description, period, approval, domains, alignments, evidence)
};

}  // namespace dossiers

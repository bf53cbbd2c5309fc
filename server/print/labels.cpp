#include "server/print/labels.hpp"

#include <algorithm>
#include <span>

#include "domain/regulation/theme.hpp"

namespace server::print {
namespace {

struct Label {
  std::string_view name;
  std::string_view pt;
};

constexpr Label fields[] = {
    {"title", "Título"},
    {"theme", "Tema"},
    {"instrument", "Instrumento"},
    {"description", "Descrição"},
    {"period", "Período"},
    {"approval", "Aprovação"},
    {"body", "Órgão"},
    {"date", "Data"},
    {"method", "Método"},
    {"participation", "Participação"},
    {"evidence", "Provas"},
    {"url", "Endereço"},
    {"domains", "Domínios"},
    {"number", "Número"},
    {"name", "Nome"},
    {"general_objective", "Objetivo geral"},
    {"axes", "Eixos"},
    {"alignments", "Alinhamento"},
    {"framework", "Quadro"},
    {"reference", "Referência"},
    {"target_group", "Destinatários"},
    {"state", "Estado"},
    {"budget", "Orçamento"},
    {"staff", "Pessoas ao serviço"},
    {"people_reached", "Pessoas abrangidas"},
    {"results", "Resultados"},
    {"responsible_partners", "Parceiros responsáveis"},
    {"indicators", "Indicadores"},
    {"indicator", "Indicador"},
    {"value", "Valor"},
    {"good_practice", "Proposta como boa prática"},
    {"place", "Lugar"},
    {"audience", "Público"},
    {"participants", "Participantes"},
    {"beneficiary", "Entidade apoiada"},
    {"beneficiary_nipc", "NIPC da entidade apoiada"},
    {"form", "Tipo"},
    {"amount", "Montante"},
    {"purpose", "Finalidade"},
    {"partner", "Parceiro"},
    {"contributions", "Contributos"},
    {"language", "Língua"},
    {"print_run", "Tiragem"},
    {"distribution", "Distribuição"},
};

constexpr Label choices[] = {
    {"diagnostico-social", "Diagnóstico social"},
    {"carta-social", "Carta social"},
    {"study", "Estudo"},
    {"survey", "Inquérito"},
    {"plano-de-desenvolvimento-social", "Plano de desenvolvimento social"},
    {"plano-de-acao", "Plano de ação"},
    {"plano-para-a-igualdade", "Plano para a igualdade"},
    {"estrategia-local-de-habitacao", "Estratégia local de habitação"},
    {"portugal-2030", "Portugal 2030"},
    {"ods", "Objetivos de Desenvolvimento Sustentável"},
    {"plano-nacional-para-a-igualdade", "Plano nacional para a igualdade"},
    {"ref-amp", "Referencial da Área Metropolitana do Porto"},
    {"preparing", "Em preparação"},
    {"running", "Em curso"},
    {"finished", "Concluído"},
    {"discontinued", "Interrompido"},
    {"financial", "Apoio financeiro"},
    {"logistic", "Apoio logístico"},
    {"technical", "Apoio técnico"},
    {"material", "Materiais"},
    {"space", "Cedência de espaço"},
    {"protocol", "Protocolo"},
    {"agreement", "Acordo"},
    {"network", "Rede"},
    {"consortium", "Consórcio"},
    {"page", "Página"},
    {"news", "Notícia"},
    {"document", "Documento"},
    {"video", "Vídeo"},
    {"social-media", "Redes sociais"},
    {"pt", "Português"},
    {"en", "Inglês"},
    {"es", "Espanhol"},
    {"fr", "Francês"},
    {"leaflet", "Folheto"},
    {"poster", "Cartaz"},
    {"magazine", "Revista"},
    {"book", "Livro"},
    {"report", "Relatório"},
    {"other", "Outro"},
};

std::optional<std::string_view> found(std::span<const Label> labels, std::string_view name) {
  const auto label = std::ranges::find(labels, name, &Label::name);
  if (label == labels.end()) return std::nullopt;
  return label->pt;
}

}  // namespace

std::optional<std::string_view> label_of_field(std::string_view name) {
  return found(fields, name);
}

std::optional<std::string_view> label_of_choice(std::string_view name) {
  const auto themes = choice_names(regulation::Theme{});
  const auto theme = std::ranges::find(themes, name);
  if (theme != themes.end())
    return title_of(static_cast<regulation::Theme>(theme - themes.begin())).pt;
  return found(choices, name);
}

}  // namespace server::print

#include "domain/dossiers/partners.hpp"

namespace dossiers {

std::vector<facts::Organisation> partners_of(const DossierRecord& record) {
  return std::visit(
      [](const auto& held) {
        std::vector<facts::Organisation> partners;
        if constexpr (requires { held.beneficiary_nipc; })
          partners.push_back({held.beneficiary, held.beneficiary_nipc});
        else if constexpr (requires { held.partner; })
          partners.push_back({held.partner, {}});
        else if constexpr (requires { held.responsible_partners; })
          for (const auto& name : held.responsible_partners) partners.push_back({name, {}});
        return partners;
      },
      record);
}

}  // namespace dossiers

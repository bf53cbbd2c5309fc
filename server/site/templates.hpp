#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "domain/core/fields.hpp"

namespace server::site {

/// The Mustache templates of one folder, read once. A page's view model is a record; its field
/// names are the template's, and every text is escaped unless the template says otherwise.
class Templates {
 public:
  /// Throws std::runtime_error where the folder holds no template.
  explicit Templates(const std::filesystem::path& folder);

  template <core::Record T>
  [[nodiscard]] std::string render(const std::string& name, const T& view_model) const {
    return render_visited(name, [&](core::FieldVisitor& visitor) {
      core::visit_value(visitor, const_cast<T&>(view_model));  // rendering only looks
    });
  }

 private:
  [[nodiscard]] std::string render_visited(
      const std::string& name, const std::function<void(core::FieldVisitor&)>& visit) const;

  std::map<std::string, std::string> texts_;
};

}  // namespace server::site

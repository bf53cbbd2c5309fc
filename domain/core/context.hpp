#pragma once

#include <any>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/assert.hpp"
#include "domain/core/dates.hpp"
#include "domain/core/ids.hpp"

namespace core {

enum class Role { Applicant, Juror, Secretariat, Administrator };
CHOICES(Role, "applicant", "juror", "secretariat", "administrator")

/// What an applicant does for an entity: an editor fills its dossiers, a submitter answers for them
/// too.
enum class Capacity { Editor, Submitter };
CHOICES(Capacity, "editor", "submitter")

/// Who acts. An applicant acts for the entities named here.
struct Actor {
  AccountId account;
  std::set<Role> roles;
  std::set<EntityCode> entities;        ///< as submitter
  std::set<EntityCode> edits_for = {};  ///< as editor

  [[nodiscard]] bool is(Role role) const { return roles.contains(role); }
};

/// What other aggregates say of themselves, looked up before a command is decided. The structs are
/// those of domain/facts.hpp; there may be several of one type (one for each dossier, say).
class Facts {
 public:
  template <class T>
  void tell(T fact) {
    facts_.emplace_back(std::move(fact));
  }

  /// Makes each fact of this type another one: what would be, if they had told otherwise.
  template <class T, class Change>
  void change(Change change) {
    for (auto& fact : facts_)
      if (T* found = std::any_cast<T>(&fact)) change(*found);
  }

  /// The first fact of this type, or nullptr.
  template <class T>
  [[nodiscard]] const T* find() const {
    for (const auto& fact : facts_)
      if (const T* found = std::any_cast<T>(&fact)) return found;
    return nullptr;
  }

  template <class T>
  [[nodiscard]] std::vector<const T*> all() const {
    std::vector<const T*> found;
    for (const auto& fact : facts_)
      if (const T* match = std::any_cast<T>(&fact)) found.push_back(match);
    return found;
  }

 private:
  std::vector<std::any> facts_;
};

/// SHA-256 (FIPS 180-4) in lower-case hexadecimal; the domain asks for it and does not know how.
using Sha256 = std::string (*)(std::string_view);

/// How a record is written down: equal records give equal bytes.
using Written = std::string (*)(const std::function<void(FieldVisitor&)>& visit);

/// What the domain asks for to tell digests of its records, and does not know how.
struct Writing {
  Sha256 sha256 = nullptr;
  Written written = nullptr;
};

/// SHA-256 of the record as it is written.
template <class T>
[[nodiscard]] std::string digest_of(const T& record, const Writing& writing) {
  return writing.sha256(writing.written([&](FieldVisitor& visitor) {
    visit_value(visitor, const_cast<T&>(record));  // a writer only looks
  }));
}

/// Calls `call(i)` once for each i below `count`, in whatever order or at once: no call may touch
/// what another one writes. The domain asks for it where there is much to do, and does not know
/// how.
using ForEach = void (*)(std::size_t count, const std::function<void(std::size_t)>& call);

inline void one_by_one(std::size_t count, const std::function<void(std::size_t)>& call) {
  for (std::size_t i = 0; i < count; ++i) call(i);
}

/// All that a command may depend on beside its aggregate's state.
struct Context {
  Actor actor;
  Instant now;
  Facts facts;
  Writing writing = {};
  WallClock lisbon = {};
  ForEach for_each = one_by_one;
};

}  // namespace core

#pragma once

#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <utility>

namespace core {

/// Why a request cannot be met; the edge turns each kind into its HTTP status and exit code.
enum class ErrorKind {
  Invalid,          ///< the input breaks a rule of the domain
  Unauthenticated,  ///< nobody is signed in, or the credentials are wrong
  Forbidden,        ///< somebody is signed in who may not do this
  NotFound,
  Conflict,     ///< the state has moved on: stale version, second dossier, reused command id
  TooLate,      ///< a deadline has passed, or a phase has closed
  TooLarge,     ///< the input is over a published limit
  TooMany,      ///< asked too often; later it may be granted (429)
  Unavailable,  ///< the store cannot promise durability at this moment
};

/// An expected failure as a value. `field` is the path of the faulty input ("scores[2].value"),
/// empty where no single field is at fault; `code` is a stable kebab-case name of the rule.
struct Error {
  ErrorKind kind = ErrorKind::Invalid;
  std::string code;
  std::string field;
  std::string pt;
  std::string en;
  std::optional<std::chrono::seconds> retry_after = {};  ///< when to ask again, where it is known
};

template <class T>
using Result = std::expected<T, Error>;

/// `return fail(invalid("weights-sum", "criteria", "Os pesos…", "The weights…"));`
[[nodiscard]] inline std::unexpected<Error> fail(Error error) {
  return std::unexpected(std::move(error));
}

[[nodiscard]] inline Error invalid(std::string code, std::string field, std::string pt,
                                   std::string en) {
  return {ErrorKind::Invalid, std::move(code), std::move(field), std::move(pt), std::move(en)};
}

[[nodiscard]] inline Error error_of(ErrorKind kind, std::string code, std::string pt,
                                    std::string en) {
  return {kind, std::move(code), {}, std::move(pt), std::move(en)};
}

}  // namespace core

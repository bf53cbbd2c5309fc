#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/awards/basis.hpp"
#include "domain/awards/outcome_events.hpp"
#include "eventstore/receipt.hpp"

namespace server {

/// A published result with all that it follows from, for anybody to compute it again: no juror's
/// name, no comment. Its receipts prove the regulation, the result and its publication to whoever
/// knows the log's key to be the one that it names.
struct ResultBundle {
  static constexpr std::string_view known_format = "autarquia-solidaria/result/2";

  std::string format{known_format};
  std::string title;
  bool demonstration = false;  ///< its scores and awards are invented
  awards::Basis basis;
  awards::ResultComputed result;
  /// Of edition-opened, each extension, result-computed, and of the list that it is
  /// in: result-published or result-finalised.
  std::vector<eventstore::Receipt> receipts;
  std::string log_key;  ///< public: what the receipts are signed with
  FIELDS(format, title, demonstration, basis, result, receipts, log_key)
};

/// The one way to write a bundle.
[[nodiscard]] std::string text_of(const ResultBundle& bundle);

/// A bundle from untrusted text. Errors: those of `json::read`; "bundle-invalid" where it is not
/// written as `text_of` writes it or is of another format; those of `awards::check` on "basis.…".
[[nodiscard]] core::Result<ResultBundle> read_bundle(std::string_view text);

/// Computes every score, tie and award again and compares, first what the result was computed
/// from with the digests that it names, then the result. Error: "bundle-differs" on the first
/// field that differs, with what was expected and what was found: the mark, where one was changed.
[[nodiscard]] core::Result<void> recompute(const ResultBundle& bundle,
                                           const core::Writing& writing);

/// `expected` and `found` as an error on `field`.
[[nodiscard]] core::Error bundle_differs(std::string field, const std::string& expected,
                                         const std::string& found);

}  // namespace server

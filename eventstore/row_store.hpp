#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "eventstore/event_store.hpp"

namespace eventstore {

/// A read model's rows, version by version: "results" v1 and v2 may stand side by side.
struct ModelName {
  std::string name;
  std::uint32_t version = 1;
  friend auto operator<=>(const ModelName&, const ModelName&) = default;
};

struct RowChange {
  std::string key;
  std::optional<std::string> value;  ///< nothing: the row goes
};

/// A frozen look at one read model: its rows and the position that they have seen, together.
class RowView {
 public:
  virtual ~RowView() = default;
  [[nodiscard]] virtual Position checkpoint() const = 0;
  [[nodiscard]] virtual std::optional<std::string> get(std::string_view key) const = 0;
  /// Rows whose key begins with `prefix`, in key order, until `visit` answers false.
  virtual void scan(
      std::string_view prefix,
      const std::function<bool(std::string_view key, std::string_view value)>& visit) const = 0;
};

/// Keeps the rows of read models. A checkpoint and its rows are written together or not at all;
/// one writer for each model, any number of readers.
class RowStore {
 public:
  virtual ~RowStore() = default;
  [[nodiscard]] virtual std::unique_ptr<RowView> view(const ModelName& model) const = 0;
  /// Not synced: what is lost in a crash is folded again from the log. Error: "store-read-only".
  [[nodiscard]] virtual core::Result<void> commit(const ModelName& model, Position checkpoint,
                                                  std::span<const RowChange> changes) = 0;
  /// Forgets the rows and the checkpoint.
  [[nodiscard]] virtual core::Result<void> drop(const ModelName& model) = 0;
  /// No file holds what was dropped, once nobody looks at it any more. Error: "store-read-only".
  [[nodiscard]] virtual core::Result<void> scrub() = 0;
};

}  // namespace eventstore

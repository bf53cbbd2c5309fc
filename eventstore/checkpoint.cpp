#include "eventstore/checkpoint.hpp"

#include <charconv>

#include "eventstore/hash.hpp"

namespace eventstore {
namespace {

std::string text_of(const std::string& origin, const merkle::TreeHead& head) {
  return origin + '\n' + std::to_string(head.size) + '\n' + to_base64(view_of(head.root)) + '\n';
}

}  // namespace

std::string sign_checkpoint(const LogKey& key, const merkle::TreeHead& head) {
  return key.sign_note(text_of(key.verifier().name(), head));
}

std::optional<merkle::TreeHead> open_checkpoint(const LogVerifier& verifier,
                                                std::string_view note) {
  const auto text = verifier.open_note(note);
  const auto begin = verifier.name() + '\n';
  if (!text || !text->starts_with(begin)) return std::nullopt;
  merkle::TreeHead head;
  const auto* size = text->data() + begin.size();
  const auto* end = text->data() + text->size();
  const auto [rest, error] = std::from_chars(size, end, head.size);
  if (error != std::errc() || end - rest < 2) return std::nullopt;
  if (!from_base64({rest + 1, end - 1}, head.root)) return std::nullopt;
  if (text_of(verifier.name(), head) != *text) return std::nullopt;
  return head;
}

}  // namespace eventstore

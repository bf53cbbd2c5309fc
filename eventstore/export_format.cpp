#include "eventstore/export_format.hpp"

#include <algorithm>
#include <istream>
#include <ostream>
#include <utility>

#include "eventstore/bytes.hpp"
#include "eventstore/checkpoint.hpp"
#include "eventstore/envelope.hpp"
#include "eventstore/transfer_errors.hpp"

namespace eventstore {
namespace {

constexpr std::string_view magic = "ASEX";
constexpr std::uint8_t format = 1;
constexpr std::size_t longest_record = std::size_t{16} << 20;
constexpr std::size_t longest_note = 4096;

std::string seal_text(const Digest& digest) {
  return "eventstore/export/1\n" + to_base64(view_of(digest)) + '\n';
}

std::string head_of(const LogVerifier& key) {
  return ByteWriter().raw(magic).number(format).short_text(key.text()).take();
}

std::optional<std::string> read_exactly(std::istream& in, std::size_t size) {
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (std::cmp_not_equal(in.gcount(), size)) return std::nullopt;
  return bytes;
}

bool well_named(const StoredEvent& event) {
  return core::is_identifier(event.command_id.text()) &&
         core::is_identifier(event.stream.category) && core::is_identifier(event.stream.id) &&
         !event.type.empty();
}

}  // namespace

ExportWriter::ExportWriter(std::ostream& out, const LogKey& key) : out_(out), key_(key) {
  put(head_of(key.verifier()));
}

void ExportWriter::event(std::string_view envelope) {
  put(ByteWriter().raw("E").long_text(envelope).take());
}

void ExportWriter::command(const KnownCommand& command) {
  const auto& [id, record] = command;
  put(ByteWriter().raw("C").short_text(id.text()).long_text(encode_command(record)).take());
}

void ExportWriter::end(const merkle::TreeHead& tree) {
  put(ByteWriter().raw("Z").long_text(sign_checkpoint(key_, tree)).take());
  put(ByteWriter().long_text(key_.sign_note(seal_text(hash_.digest()))).take());
}

void ExportWriter::put(const std::string& bytes) {
  hash_.add(bytes);
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

core::Result<ExportReader> ExportReader::open(std::istream& in,
                                              const std::optional<LogVerifier>& key) {
  const auto start = read_exactly(in, magic.size() + 2);
  if (!start || !start->starts_with(magic) || start->at(magic.size()) != format)
    return core::fail(
        export_invalid("não começa como uma exportação.", "it does not begin as an export does."));
  const auto text = read_exactly(in, static_cast<unsigned char>(start->back()));
  auto named = LogVerifier::parse(text.value_or(""), "key");
  if (!named || head_of(*named) != *start + *text)
    return core::fail(export_invalid("não traz a chave do registo.", "it names no log's key."));
  if (key && key->text() != named->text())
    return core::fail(export_invalid("é de outro registo do que a chave dada.",
                                     "it is of another log than the key given."));
  return ExportReader(in, *std::move(named), *start + *text);
}

ExportReader::ExportReader(std::istream& in, LogVerifier key, const std::string& head)
    : in_(&in), key_(std::move(key)), taken_(head.size()) {
  hash_.add(head);
}

core::Result<ExportReader::Item> ExportReader::next() {
  const auto kind = take(1);
  if (kind == "E" && !command_) return read_event();
  if (kind == "C") return read_command();
  if (kind == "Z") return read_end();
  if (!kind) return refuse("está cortada.", "it is cut off.");
  return refuse("algo está fora do seu lugar.", "something is out of its place.");
}

core::Result<ExportReader::Item> ExportReader::read_event() {
  auto envelope = take_bytes(longest_record);
  if (!envelope) return refuse("está cortada.", "it is cut off.");
  auto event = decode_envelope(position_ + 1, *envelope);
  if (!event) return core::fail(export_invalid(event.error().pt, event.error().en));
  if (!well_named(*event)) return refuse("um nome não é válido.", "a name is not valid.");
  ++position_;
  return Entry{*std::move(event), *std::move(envelope)};
}

core::Result<ExportReader::Item> ExportReader::read_command() {
  auto text = take_text();
  const auto bytes = take_bytes(longest_record);
  if (!text || !bytes) return refuse("está cortada.", "it is cut off.");
  if (!core::is_identifier(*text)) return refuse("um nome não é válido.", "a name is not valid.");
  if (command_ && *text <= *command_)
    return refuse("os comandos não estão por ordem.", "its commands are not in order.");
  core::CommandId id(*text);
  auto record = decode_command(id, *bytes);
  if (!record || record->applied.last() > position_)
    return refuse("um comando está danificado.", "a command is damaged.");
  command_ = std::move(text);
  return KnownCommand{std::move(id), *std::move(record)};
}

core::Result<ExportReader::Item> ExportReader::read_end() {
  const auto checkpoint = take_bytes(longest_note);
  const auto digest = hash_.digest();
  const auto seal = take_bytes(longest_note);
  if (!checkpoint || !seal) return refuse("está cortada.", "it is cut off.");
  const auto tree = open_checkpoint(key_, *checkpoint);
  if (!tree || key_.open_note(*seal) != seal_text(digest))
    return refuse("não é o que a chave do registo assinou.",
                  "it is not what the log's key signed.");
  if (in_->peek() != std::istream::traits_type::eof())
    return refuse("há mais depois do seu fim.", "more comes after its end.");
  return ExportEnd{*tree};
}

std::optional<std::string> ExportReader::take(std::size_t size) {
  auto bytes = read_exactly(*in_, size);
  if (!bytes) return std::nullopt;
  hash_.add(*bytes);
  taken_ += size;
  return bytes;
}

std::optional<std::string> ExportReader::take_text() {
  const auto size = take(1);
  return size ? take(static_cast<unsigned char>(size->front())) : std::nullopt;
}

std::optional<std::string> ExportReader::take_bytes(std::size_t most) {
  const auto length = take(sizeof(std::uint32_t));
  if (!length) return std::nullopt;
  const auto size = ByteReader(*length).number<std::uint32_t>();
  return size <= most ? take(size) : std::nullopt;
}

std::unexpected<core::Error> ExportReader::refuse(std::string_view pt, std::string_view en) const {
  const auto place = std::to_string(position_);
  return core::fail(export_invalid("depois da posição " + place + ": " + std::string(pt),
                                   "after position " + place + ": " + std::string(en)));
}

}  // namespace eventstore

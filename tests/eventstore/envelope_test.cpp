#include "eventstore/envelope.hpp"

#include <gtest/gtest.h>

#include "eventstore/bytes.hpp"
#include "eventstore/command_record.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

StoredEvent small_event() {
  StoredEvent event;
  event.position = 258;
  event.version = 3;
  event.recorded_at = instant(1);
  event.command_id = core::CommandId("c");
  event.stream = {"d", "i"};
  event.type = "t";
  event.personal = {{"p", "n", "xyz"}};
  event.payload = "{}";
  return event;
}

TEST(Crc32c, IsTheOneOfRfc3720) {
  EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
  EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAU);
}

TEST(Envelope, LiesOnDiskAsItsGrammarSays) {
  const auto bytes = encode_envelope(small_event());
  const auto expected = std::string("ASEV\2", 5) + std::string("\0\0\0\0\0\0\1\2", 8) +
                        std::string("\0\0\0\0\0\0\0\3", 8) + std::string("\0\0\0\0\0\0\0\1", 8) +
                        std::string(16, '\0') + std::string("\0\1", 2) + std::string(32, '\0') +
                        std::string("\1c\0\0\0\1d\1i\1t", 11) +
                        std::string("\0\1\1p\1n\0\0\0\3xyz", 13) + std::string("\0\0\0\2{}", 6);
  EXPECT_EQ(bytes.substr(0, bytes.size() - 4), expected);
  EXPECT_EQ(unseal(bytes), expected);
}

TEST(Envelope, NoticesAnyChangedByteAndNamesThePosition) {
  const auto sound = encode_envelope(small_event());
  for (std::size_t i = 0; i < sound.size(); ++i) {
    auto bytes = sound;
    bytes[i] = static_cast<char>(bytes[i] ^ 0x01);
    const auto event = decode_envelope(258, bytes);
    ASSERT_EQ(code_of(event), "store-damaged") << "byte " << i;
    EXPECT_NE(event.error().en.find("258"), std::string::npos);
    EXPECT_NE(event.error().pt.find("258"), std::string::npos);
  }
}

TEST(Envelope, NoticesAnyMissingEnd) {
  const auto sound = encode_envelope(small_event());
  for (std::size_t size = 0; size < sound.size(); ++size)
    EXPECT_EQ(code_of(decode_envelope(258, sound.substr(0, size))), "store-damaged") << size;
  EXPECT_EQ(code_of(decode_envelope(258, sound + "x")), "store-damaged");
}

TEST(Envelope, RefusesWellSealedNonsense) {
  const auto body = std::string(unseal(encode_envelope(small_event())));
  const auto sealed = [](const std::string& bytes) { return ByteWriter().raw(bytes).seal(); };
  ASSERT_TRUE(decode_envelope(258, sealed(body)));
  EXPECT_EQ(code_of(decode_envelope(258, sealed("ASEV\1" + body.substr(5)))), "store-damaged");
  EXPECT_EQ(code_of(decode_envelope(258, sealed("X" + body.substr(1)))), "store-damaged");
  EXPECT_EQ(code_of(decode_envelope(258, sealed(body + "x"))), "store-damaged");
  EXPECT_EQ(code_of(decode_envelope(258, sealed(body.substr(0, 60)))), "store-damaged");
}

TEST(Envelope, BelongsToOnePosition) {
  EXPECT_EQ(code_of(decode_envelope(259, encode_envelope(small_event()))), "store-damaged");
}

TEST(CommandRecord, ComesBackAsItWasAndNoticesAnyChangedByte) {
  CommandRecord record{digest(9), {258, 2, "answer", instant(-5), false}};
  const auto sound = encode_command(record);
  const auto again = decode_command(core::CommandId("c"), sound);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->request_hash, digest(9));
  EXPECT_EQ(again->applied.last(), 259U);
  EXPECT_EQ(again->applied.answer, "answer");
  EXPECT_EQ(again->applied.recorded_at, instant(-5));
  for (std::size_t i = 0; i < sound.size(); ++i) {
    auto bytes = sound;
    bytes[i] = static_cast<char>(bytes[i] ^ 0x80);
    EXPECT_EQ(code_of(decode_command(core::CommandId("c"), bytes)), "store-damaged") << i;
  }
}

}  // namespace
}  // namespace eventstore::testing

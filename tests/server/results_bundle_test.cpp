#include <gtest/gtest.h>

#include <cctype>

#include "domain/awards/outcome.hpp"
#include "domain/editions/edition.hpp"
#include "json/leaves.hpp"
#include "server/bundle/export.hpp"
#include "server/bundle/proofs.hpp"
#include "server/cli/cli.hpp"
#include "server/command_handler.hpp"
#include "server/share.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/command_line.hpp"

/// A published result that anybody can compute again.
namespace {

using namespace server_tests;
using eventstore::testing::write_bytes;
using server::ResultBundle;

/// The year up to its publication, once for all tests that only look.
struct Sample {
  Sample() {
    year.until_assigned();
    year.score();
    year.seal();
    year.compute();
    year.publish();
    file = year.public_reader.reads("/editions/2021/results/bundle", year.program.head()).body;
    key = year.public_reader.sends(http::Method::Get, "/log/key").body;
  }
  AwardYear year;
  std::string file;
  std::string key;
};

const Sample& sample() {
  static const Sample one;
  return one;
}

/// What a person who was given the file is told, and the key where there is one; "good" where all
/// is well.
std::string told_of(const std::string& text, bool with_key = true) {
  static const auto known_key = eventstore::LogVerifier::parse(sample().key, "key").value();
  const auto in_short = [](const core::Error& error) {
    return error.field + " [" + error.code + "] " + error.en;
  };
  const auto bundle = server::read_bundle(text);
  if (!bundle) return in_short(bundle.error());
  const auto named = eventstore::LogVerifier::parse(bundle->log_key, "log_key");
  if (!named) return in_short(named.error());
  const auto proven = server::check_proofs(*bundle, with_key ? known_key : *named);
  if (!proven) return in_short(proven.error());
  const auto same = server::recompute(*bundle, server::writing());
  return same ? "good" : in_short(same.error());
}

std::string with_change(const std::function<void(ResultBundle&)>& change) {
  auto bundle = server::read_bundle(sample().file).value();
  change(bundle);
  return server::text_of(bundle);
}

TEST(ResultBundle, IsGoodAsTheProgramGivesIt) {
  EXPECT_EQ(told_of(sample().file), "good");
}

TEST(ResultBundle, HoldsNoNameOrAccountOfAJurorAndNoComment) {
  for (const auto* words : {"rui", "marta", "joana", "tiago", "Jurado", "comment"})
    EXPECT_EQ(sample().file.find(std::string("\"") + words), std::string::npos) << words;
  const auto bundle = server::read_bundle(sample().file).value();
  EXPECT_EQ(bundle.receipts.size(), 3U);
}

TEST(ResultBundle, IsGoodWhereScoringEndedAfterTheDayOfTheResults) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.at("2021-09-30T10:00:00Z");
  const auto later = core::Instant::parse("2021-10-08T22:59:59Z").value();
  year.secretary.does(editions::ExtendScoring{edition, later, "Um jurado adoeceu."});
  year.at("2021-10-05T10:00:00Z");
  year.seal();
  EXPECT_EQ(year.secretary.gives(awards::ComputeResult{edition}).in_short(), "409 scoring-open");
  year.at("2021-10-09T10:00:00Z");
  year.secretary.does(awards::ComputeResult{edition});
  for (auto* juror : year.jurors) juror->does(awards::VoteOnResult{edition, 1});
  year.secretary.does(awards::PublishResult{edition});
  const auto file =
      year.public_reader.reads("/editions/2021/results/bundle", year.program.head()).body;
  EXPECT_EQ(told_of(file, false), "good");
}

TEST(ResultBundle, IsThereOncePublished) {
  AwardYear year;
  const std::string path = "/editions/2021/results/bundle";
  EXPECT_EQ(year.public_reader.reads(path).in_short(), "404 not-found");
  year.open_edition();
  EXPECT_EQ(year.public_reader.reads(path, year.program.head()).in_short(),
            "404 result-not-published");
}

/// Where a text is no JSON any more, the place stands in the words.
bool names_a_place(const std::string& told) {
  return !told.starts_with(" [") || told.find("(line ") != std::string::npos;
}

TEST(ResultBundle, NamesEachDigitThatIsChangedWithTheKeyOrWithout) {
  const auto& sound = sample().file;
  std::size_t changes = 0;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    if (std::isdigit(static_cast<unsigned char>(sound[i])) == 0) continue;
    for (const char other : {'0', sound[i] == '9' ? '8' : static_cast<char>(sound[i] + 1)}) {
      if (other == sound[i]) continue;
      auto changed = sound;
      changed[i] = other;
      const auto told = told_of(changed, changes % 2 == 0);
      ASSERT_NE(told, "good") << "at " << i << ": " << sound.substr(i - 20, 40);
      ASSERT_TRUE(names_a_place(told)) << told;
      ++changes;
    }
  }
  EXPECT_GT(changes, 1000U);
}

TEST(ResultBundle, TellsWhatWasExpectedAndWhatWasFound) {
  EXPECT_EQ(told_of(with_change([](auto& b) { b.result.dossiers[0].points->exact = "91/1"; })),
            R"(result.dossiers[0].points.exact [bundle-differs] Expected "90/1", found "91/1".)");
  EXPECT_EQ(told_of(with_change([](auto& b) { b.title += "2"; })),
            R"(title [bundle-differs] Expected "Edição de 2021", found "Edição de 20212".)");
  EXPECT_EQ(told_of(with_change([](auto& b) { b.basis.dossiers[1].sheets[2][0].value = 2; })),
            R"(basis.dossiers[1].sheets[2][0].value [bundle-differs] Expected "13", found "2".)");
  EXPECT_TRUE(told_of(with_change([](auto& b) {
                for (auto& sheet : b.basis.dossiers[1].sheets) sheet[0].value = 2;
              })).starts_with("basis.dossiers[1] [bundle-differs] Expected \"SHA-256 "));
  EXPECT_EQ(told_of(with_change([](auto& b) { b.basis.regulation.awards[0].quota = 2; })),
            R"(basis.regulation.awards[0].quota [bundle-differs] Expected "1", found "2".)");
}

TEST(ResultBundle, DiffersWithoutAKeyTooWhereTheResultDoesNotFollow) {
  auto bundle = server::read_bundle(sample().file).value();
  bundle.result.sources.clear();  // as of a result computed before there were digests
  for (auto& dossier : bundle.result.dossiers) dossier.ranked_by.reset();
  EXPECT_TRUE(server::recompute(bundle, server::writing()));
  bundle.basis.dossiers[0].sheets[2][0].value = 19;
  const auto found = server::recompute(bundle, server::writing());
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().field, "result.dossiers[0].points.shown");
}

TEST(ResultBundle, IsNotProvenByReceiptsOfOtherEventsOrInAnotherOrder) {
  EXPECT_TRUE(told_of(with_change([](auto& b) {
                b.receipts.pop_back();
              })).starts_with("receipts[2] [bundle-differs]"));
  EXPECT_TRUE(told_of(with_change([](auto& b) {
                std::swap(b.receipts[0], b.receipts[1]);
              })).starts_with("receipts[1] [bundle-differs]"));
  EXPECT_TRUE(told_of(with_change([](auto& b) {
                b.receipts.insert(b.receipts.begin(), b.receipts[0]);
              })).starts_with("receipts[1] [bundle-differs]"));
}

TEST(ResultBundle, IsWrittenInOneWay) {
  EXPECT_TRUE(told_of(sample().file + "\n").starts_with(" [bundle-invalid]"));
  EXPECT_EQ(told_of("{}").substr(0, 22), "format [missing-field]");
  EXPECT_TRUE(told_of(with_change([](auto& b) {
                b.format = "another/2";
              })).starts_with("format [bundle-differs]"));
}

/// The program `autarquia` on a person's own machine.
TEST(ResultsOnTheCommandLine, AreExportedAndVerifiedWithNoDatabase) {
  const TemporaryFolder home;
  const auto bundle = (home.path() / "result.json").string();
  const auto key = (home.path() / "log.pub").string();
  write_bytes(bundle, sample().file);
  write_bytes(key, sample().key);
  const auto verified = run({"results", "verify", bundle, "--key", key});
  EXPECT_EQ(verified.code, server::cli::done) << verified.err;
  EXPECT_NE(verified.out.find("dossiers   2, by 6 score sheets\n"), std::string::npos);
  EXPECT_NE(verified.out.find("published  2021-10-01 10:00:00 WEST (Lisbon), provisional list\n"),
            std::string::npos);
  const auto keyless = run({"results", "verify", bundle});
  EXPECT_EQ(keyless.code, server::cli::done);
  EXPECT_NE(keyless.out.find("NOT CHECKED"), std::string::npos);
  EXPECT_EQ(verified.out.find("NOT CHECKED"), std::string::npos);
  write_bytes(bundle, with_change([](auto& b) { b.result.dossiers[1].rank = 3; }));
  const auto refused = run({"results", "verify", bundle});
  EXPECT_EQ(refused.code, server::cli::failed);
  EXPECT_NE(refused.err.find("result.dossiers[1].rank"), std::string::npos);
  EXPECT_EQ(run({"results", "verify", key, "--key", key}).code, server::cli::failed);
  EXPECT_EQ(run({"results", "verify", (home.path() / "none").string()}).code,
            server::cli::unavailable);
}

TEST(ResultsOnTheCommandLine, ComeFromADataDirectory) {
  const TemporaryFolder home;
  const auto data = (home.path() / "data").string();
  const auto out = (home.path() / "result.json").string();
  const auto key = (home.path() / "log.pub").string();
  ASSERT_EQ(run({"demo", "--data", data}).code, server::cli::done);
  const auto exported =
      run({"results", "export", "--data", data, "--edition", "2021", "--out", out});
  ASSERT_EQ(exported.code, server::cli::done) << exported.err;
  ASSERT_EQ(run({"receipt", "export", "--all", "--data", data, "--out", home.path().string()}).code,
            server::cli::done);
  const auto verified = run({"results", "verify", out, "--key", key});
  EXPECT_EQ(verified.code, server::cli::done) << verified.err;
  EXPECT_NE(verified.out.find("invented"), std::string::npos);
  const auto minutes = (home.path() / "ata.pdf").string();
  EXPECT_EQ(run({"results", "minutes", "--data", data, "--edition", "2021", "--out", minutes}).code,
            server::cli::done);
  EXPECT_TRUE(server::read_file(minutes).value_or("").starts_with("%PDF"));
  for (const auto* what : {"export", "minutes"})
    EXPECT_EQ(run({"results", what, "--data", data, "--edition", "2020", "--out", out}).code,
              server::cli::failed);
}

}  // namespace

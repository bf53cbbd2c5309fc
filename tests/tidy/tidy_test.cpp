#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/text.hpp"
#include "tests/tidy/tree.hpp"

namespace tidy {

void PrintTo(const Rule& rule, std::ostream* out) {
  *out << rule.name;
}

namespace {

const std::vector<File>& project() {
  static const auto files = read_project();
  return files;
}

class TheProject : public testing::TestWithParam<Rule> {};

TEST_P(TheProject, KeepsTheRule) {
  for (const auto& file : project()) {
    for (const auto& [line, what] : GetParam().check(file)) {
      ADD_FAILURE() << file.path << ":" << line << ": " << what;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Tidy, TheProject, testing::ValuesIn(rules),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(TheTree, IsRead) {
  const auto has = [](std::string_view path) {
    return std::ranges::count(project(), path, &File::path) == 1;
  };
  EXPECT_TRUE(has("domain/core/ids.hpp"));
  EXPECT_TRUE(has("ops/run"));
  EXPECT_TRUE(has(".ci/run"));
  EXPECT_TRUE(has("tests/tidy/tidy_test.cpp"));
}

TEST(TheTree, HasNoEmptyFolder) {
  EXPECT_EQ(empty_folders(), std::vector<std::string>{});
}

// The rules themselves: what each must find fault with, and what it must let pass.

enum Verdict { fails, passes };

struct Case {
  Verdict verdict;
  std::string path;
  std::string text;
};

struct Trial {
  Faults (*rule)(const File&);
  std::vector<Case> cases;
};

const std::vector<Trial> trials = {
    {includes_follow_the_layers,
     {
         {fails, "domain/core/ids.hpp", "#include \"domain/facts.hpp\"\n"},
         {fails, "domain/jury/panel.cpp", "#include \"json/json.hpp\"\n"},
         {fails, "domain/jury/panel.cpp", "#include \"panel.hpp\"\n"},
         {fails, "domain/contexts.cpp", "#include \"eventstore/event_store.hpp\"\n"},
         {fails, "json/reader.cpp", "#include \"domain/jury/panel.hpp\"\n"},
         {fails, "eventstore/store.cpp", "#include \"json/json.hpp\"\n"},
         {fails, "eventstore/store.cpp", "#include \"domain/contexts.hpp\"\n"},
         {fails, "projections/results.cpp", "#include \"server/problem.hpp\"\n"},
         {fails, "server/http/router.cpp", "#include \"projections/results.hpp\"\n"},
         {fails, "server/site/results.cpp", "#include \"eventstore/event_store.hpp\"\n"},
         {fails, "server/api/routes.cpp", "#include \"eventstore/event_store.hpp\"\n"},
         {fails, "server/main.cpp", "#include \"tests/support/http_client.hpp\"\n"},
         {passes, "domain/jury/panel.cpp", "#include \"domain/core/ids.hpp\"\n"},
         {passes, "json/reader.cpp", "#include \"domain/core/fields.hpp\"\n"},
         {passes, "projections/results.cpp", "#include \"domain/awards/ranking.hpp\"\n"},
         {passes, "server/application.cpp", "#include \"eventstore/store.hpp\"\n"},
         {passes, "tests/server/way_test.cpp", "#include \"server/application.hpp\"\n"},
     }},
    {contexts_keep_apart,
     {
         {fails, "domain/jury/panel.cpp", "#include \"domain/dossiers/dossier.hpp\"\n"},
         {fails, "domain/jury/panel.cpp", "#include \"domain/permissions.hpp\"\n"},
         {fails, "domain/regulation/category.cpp", "#include \"domain/jury/panel.hpp\"\n"},
         {fails, "domain/awards/compute.cpp", "#include \"domain/statistics/alpha.hpp\"\n"},
         {passes, "domain/jury/panel.cpp", "#include \"domain/jury/assignment.hpp\"\n"},
         {passes, "domain/jury/panel.cpp", "#include \"domain/regulation/category.hpp\"\n"},
         {passes, "domain/jury/panel.cpp", "#include \"domain/facts.hpp\"\n"},
         {passes, "domain/contexts.cpp", "#include \"domain/jury/panel.hpp\"\n"},
     }},
    {domain_is_pure,
     {
         {fails, "domain/jury/panel.cpp", "#include <fstream>\n"},
         {fails, "domain/core/dates.cpp", "#include <random>\n"},
         {fails, "domain/core/dates.cpp", "auto t = std::chrono::system_clock::now();\n"},
         {passes, "domain/core/dates.cpp", "#include <chrono>\n// no system_clock::now\n"},
         {passes, "eventstore/store.cpp", "#include <fstream>\n"},
     }},
    {libraries_stay_at_home,
     {
         {fails, "server/site/page.cpp", "#include <boost/beast/http.hpp>\n"},
         {fails, "projections/results.cpp", "#include <rocksdb/db.h>\n"},
         {fails, "domain/core/dates.cpp", "#include <date/tz.h>\n"},
         {fails, "server/identity/session.cpp", "#include <jwt/jwt.hpp>\n"},
         {fails, "server/site/results.cpp", "#include <kainjow/mustache.hpp>\n"},
         {fails, "domain/jury/panel.cpp", "#include <unistd.h>\n"},
         {fails, "server/site/page.cpp", "#include <nlohmann/json.hpp>\n"},
         {fails, "domain/awards/scoring.cpp", "#include <Eigen/Core>\n"},
         {fails, "server/cli/stats_panel.cpp", "#include <csv.h>\n"},
         {passes, "domain/jury/assignment.cpp", "#include <boost/graph/graph.hpp>\n"},
         {passes, "server/identity/tokens.cpp", "#include <jwt/jwt.hpp>\n"},
         {passes, "domain/jury/panel.cpp", "#include <vector>\n"},
     }},
    {files_are_short,
     {
         {fails, "domain/core/ids.cpp", std::string(501, '\n')},
         {passes, "domain/core/ids.cpp", std::string(500, '\n')},
         {passes, "reference/entities.json", std::string(501, '\n')},
     }},
    {lines_are_short,
     {
         {fails, "domain/core/ids.cpp", std::string(101, 'x')},
         {fails, "domain/core/ids.cpp", "short\n" + std::string(101, 'x') + "\n"},
         {passes, "domain/core/ids.cpp", "ção" + std::string(97, 'x')},
         {passes, "web-client/site/templates/home.mustache", std::string(101, 'x')},
     }},
    {space_is_clean,
     {
         {fails, "ops/run", "echo \n"},
         {fails, "README.md", "words\t\nwords\n"},
         {fails, "domain/core/ids.cpp", "int a;\r\n"},
         {fails, "domain/core/ids.cpp", "int a;"},
         {passes, "domain/core/ids.cpp", "int a;\n"},
     }},
    {headers_behave,
     {
         {fails, "domain/core/ids.hpp", "namespace core {}\n"},
         {fails, "domain/core/ids.hpp", "#pragma once\nusing namespace std;\n"},
         {passes, "domain/core/ids.hpp", "#pragma once\n// not using namespace std\n"},
         {passes, "domain/core/ids.hpp", "#pragma once\nint f() {\n  using namespace std;\n}\n"},
         {passes, "domain/core/ids.cpp", "using namespace std::chrono_literals;\n"},
     }},
    {calls_are_safe,
     {
         {fails, "server/main.cpp", "strcpy(to, from);\n"},
         {fails, "server/main.cpp", "std::sprintf(to, from);\n"},
         {fails, "server/main.cpp", "return std::rand() % 6;\n"},
         {fails, "server/main.cpp", "std::system(command);\n"},
         {fails, "server/main.cpp", "assert(true);\n"},
         {fails, "domain/core/ids.cpp", "std::ostringstream out;\n"},
         {fails, "projections/results.cpp", "std::cout << 1;\n"},
         {fails, "tests/http/stop_test.cpp", "std::this_thread::sleep_for(1s);\n"},
         {passes, "server/main.cpp", "static_assert(true); // assert(true)\n"},
         {passes, "server/main.cpp", "boost::system::error_code error;\n"},
         {passes, "server/main.cpp", "auto words = \"rand()\";\n"},
         {passes, "server/main.cpp", "auto words = R\"(rand() \" rand())\";\n"},
         {passes, "server/main.cpp", "auto n = 1'000; // rand() isn't\n"},
         {passes, "server/cli/demo.cpp", "std::cout << 1;\n"},
         {passes, "eventstore/retry.cpp", "std::this_thread::sleep_for(1s);\n"},
     }},
    {workplace_is_unnamed,
     {
         {fails, "README.md", std::string("see /wo") + "rk/main\n"},
         {fails, "ops/run", std::string("cd \"/ro") + "ot/project\"\n"},
         {fails, "web-client/.npmrc", std::string("https://registry.npm") + "js.org\n"},
         {passes, "README.md",
          "the social/wo"
          "rk/page\n"},
     }},
    {lockfiles_name_no_address,
     {
         {fails, "web-client/package-lock.json", R"("resolved": "https://host/a.tgz",)"},
         {passes, "web-client/package-lock.json", R"("version": "1.0.0",)"},
     }},
    {files_say_something,
     {
         {fails, "server/stub.cpp", "\n \n"},
         {passes, "server/main.cpp", "int main() {}\n"},
     }},
};

TEST(TheRules, FindWhatIsWrongAndLetPassWhatIsRight) {
  for (const auto& [rule, cases] : trials) {
    for (const auto& [verdict, path, text] : cases) {
      EXPECT_EQ(rule({path, text}).empty(), verdict == passes) << path << "\n" << text;
    }
  }
}

TEST(TheRules, AreEachTriedBothWays) {
  for (const auto& [name, check] : rules) {
    const auto trial = std::ranges::find(trials, check, &Trial::rule);
    ASSERT_NE(trial, trials.end()) << name;
    EXPECT_GT(std::ranges::count(trial->cases, fails, &Case::verdict), 0) << name;
    EXPECT_GT(std::ranges::count(trial->cases, passes, &Case::verdict), 0) << name;
  }
}

TEST(TheRules, NameTheLine) {
  const auto faults = lines_are_short({"a.cpp", "\n" + std::string(101, 'x') + "\n"});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults.front().line, 2U);
}

}  // namespace
}  // namespace tidy

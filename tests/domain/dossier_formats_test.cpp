#include "domain/dossiers/formats.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace dossiers;

TEST(WebAddress, TakesPages) {
  for (const auto* address :
       {"https://www.cm-alijo.pt", "http://cm-alijo.pt/",
        "https://cm-alijo.pt:8443/a/b?c=d&e=%C3%A7#f", "https://xn--alij-6qa.pt/rede_social(1)",
        "https://cm-alijo.pt?x", "https://pt.wikipedia.org/wiki/A%C3%A7%C3%A3o"})
    EXPECT_TRUE(is_web_address(address)) << address;
}

TEST(WebAddress, RefusesWhatNoReaderCouldOpen) {
  for (const auto* address : {"",
                              "cm-alijo.pt",
                              "ftp://cm-alijo.pt",
                              "javascript:alert(1)",
                              "https://",
                              "https:///x",
                              "https://localhost",
                              "https://127.0.0.1/",
                              "https://ana@cm-alijo.pt/",
                              "https://cm-alijo.pt:0/",
                              "https://cm-alijo.pt:65536/",
                              "https://cm-alijo.pt:/",
                              "https://cm-alijo.pt:8a/",
                              "https://cm..pt",
                              "https://.pt",
                              "https://cm-alijo.",
                              "https://-a.pt",
                              "https://a-.pt",
                              "https://a_b.pt",
                              "https://cm-alijo.pt/a b",
                              "https://cm-alijo.pt/\"onclick=",
                              "https://cm-alijo.pt/<b>",
                              "https://cm-alijo.pt/%zz",
                              "https://cm-alijo.pt/%2",
                              "https://cm-alijo.pt/#a#b",
                              "https://cm-alijo.pt/ação",
                              "https://alijó.pt/",
                              "https://[::1]/"})
    EXPECT_FALSE(is_web_address(address)) << address;
}

TEST(WebAddress, HasTwoThousandCharactersAtMost) {
  const std::string start = "https://cm-alijo.pt/";
  EXPECT_TRUE(is_web_address(start + std::string(2000 - start.size(), 'a')));
  EXPECT_FALSE(is_web_address(start + std::string(2001 - start.size(), 'a')));
}

}  // namespace

#include "domain/dossiers/formats.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace dossiers;

bool is_web_address(const std::string& text) {
  return !web_address_fault(text);
}

TEST(WebAddress, TakesPages) {
  for (const auto* address :
       {"https://www.cm-alijo.pt", "http://cm-alijo.pt/",
        "https://cm-alijo.pt:8443/a/b?c=d&e=%C3%A7#f", "https://xn--alij-6qa.pt/rede_social(1)",
        "https://cm-alijo.pt?x", "https://pt.wikipedia.org/wiki/Alijó", "https://www.câmara.pt/",
        "HTTPS://www.cm-alijo.pt/", "Http://CM-Alijo.PT", "https://x.pt/?f[0]=a", "https://рф.рф/",
        "https://x.pt/#ação", "https://cm-alijo.pt/a@b",
        "https://pt.wikipedia.org/wiki/A%C3%A7%C3%A3o"})
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
                              "https://ana:segredo@alijó.pt/",
                              "https://cm-alijo.pt/a\u00A0b",
                              "https://cm-alijo.pt/a\u202Eb\u202C",
                              "https://cm\u200Balijo.pt/",
                              "https://cm-alijo.pt/\n",
                              "https://cm-alijo.pt/\\a",
                              " https://cm-alijo.pt/",
                              "JavaScript:alert(1)",
                              "https://[::1]/"})
    EXPECT_FALSE(is_web_address(address)) << address;
}

TEST(WebAddress, IsRefusedForWhatIsTrue) {
  const auto told = [](const char* address) { return web_address_fault(address)->en; };
  EXPECT_TRUE(told("www.cm-alijo.pt").ends_with("beginning with https:// or http://."));
  EXPECT_EQ(told("https://cm-alijo.pt/a b"),
            "An address has no blanks, nor characters that are not seen.");
  EXPECT_EQ(told("https://ana@cm-alijo.pt"), "An address does not name a user before @.");
  EXPECT_EQ(told("https://localhost"),
            "After // comes the name of a site, such as www.example.pt.");
  EXPECT_EQ(told("https://cm-alijo.pt/%zz"), "In an address two hexadecimal digits follow a %.");
}

TEST(WebAddress, HasTwoThousandCharactersAtMost) {
  const std::string start = "https://cm-alijo.pt/";
  EXPECT_TRUE(is_web_address(start + std::string(2000 - start.size(), 'a')));
  EXPECT_FALSE(is_web_address(start + std::string(2001 - start.size(), 'a')));
}

}  // namespace

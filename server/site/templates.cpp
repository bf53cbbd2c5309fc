#include "server/site/templates.hpp"

#include <kainjow/mustache.hpp>

#include <stdexcept>
#include <vector>

#include "domain/core/assert.hpp"
#include "server/share.hpp"

namespace server::site {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

/// Turns a record into what Mustache looks names up in.
class TemplateData final : public core::FieldVisitor {
 public:
  [[nodiscard]] data& top() { return value_; }

  void begin_record() override { open_.emplace_back(data::type::object); }
  void begin_field(std::string_view name) override { names_.emplace_back(name); }
  void end_field() override {
    open_.back().set(names_.back(), value_);
    names_.pop_back();
  }
  void end_record() override { close(); }

  void text(std::string& value, std::string_view) override { value_ = data(value); }
  void integer(std::int64_t& value) override { value_ = data(std::to_string(value)); }
  void boolean(bool& value) override { value_ = data(value); }
  void choice(std::size_t& index, std::span<const std::string_view> names) override {
    value_ = data(std::string(names[index]));
  }
  void verbatim(std::string& json) override { value_ = data(json); }

  std::size_t begin_list(std::size_t size) override {
    open_.emplace_back(data::type::list);
    return size;
  }
  void begin_item(std::size_t) override {}
  void end_item() override { open_.back().push_back(value_); }
  void end_list() override { close(); }

  /// What is absent is false, so that the name is not looked up further out.
  bool optional(bool present) override {
    if (!present) value_ = data(false);
    return present;
  }

  void begin_variant(std::span<const std::string_view>) override { begin_record(); }
  bool begin_alternative(std::size_t current, std::size_t candidate) override {
    return current == candidate;
  }
  void end_alternative() override {}
  void end_variant() override { close(); }

 private:
  void close() {
    value_ = std::move(open_.back());
    open_.pop_back();
  }

  std::vector<data> open_;
  std::vector<std::string> names_;
  data value_;
};

/// Looks partials up among the templates, so that a field may bear the name of one.
class Context final : public kainjow::mustache::context<std::string> {
 public:
  Context(const data& top, const std::map<std::string, data>& partials)
      : context(&top), partials_(partials) {}

  [[nodiscard]] const data* get_partial(const std::string& name) const override {
    const auto found = partials_.find(name);
    return found == partials_.end() ? nullptr : &found->second;
  }

 private:
  const std::map<std::string, data>& partials_;
};

}  // namespace

Templates::Templates(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".mustache") continue;
    auto text = read_file(entry.path());
    if (!text) throw std::runtime_error(text.error().en + " " + text.error().field);
    texts_.emplace(entry.path().stem().string(), *std::move(text));
  }
  if (texts_.empty()) throw std::runtime_error("no templates in " + folder.string());
}

std::string Templates::render_visited(const std::string& name,
                                      const std::function<void(core::FieldVisitor&)>& visit) const {
  const auto found = texts_.find(name);
  core::ensure(found != texts_.end(), "a page has its template");
  TemplateData visitor;
  visit(visitor);
  const std::map<std::string, data> partials(texts_.begin(), texts_.end());
  Context context(visitor.top(), partials);
  mustache page(found->second);
  core::ensure(page.is_valid(), page.error_message());
  return page.render(context);
}

}  // namespace server::site

// "By Jane Doe and Ali Rezaei, Staff Writers" → {"Jane Doe", "Ali Rezaei"}.
//
// Never: e-mail addresses, handles, roles, dates, buttons. A text that has more than names in it
// gives none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thresh::metadata {

// What a text of names is: declared for machines (a meta, a value of JSON-LD), or shown to readers,
// where roles, dates and other words stand around the names.
enum class NameText : unsigned char { kDeclared, kShown };
std::vector<std::string> names_in(std::string_view text, NameText kind);

// The same for a text that nothing says to be of names, but that stands where they do: people's
// names only, "Jane Doe" and "Ali van der Berg".
std::vector<std::string> people_in(std::string_view text);

// `text`, of a link to `href`, is the name of an account there: "jdoe1" of "/users/7/jdoe1".
bool is_account(std::string_view text, std::string_view href);

// One at least has the form of a person's name; the others may be agencies.
bool hold_person(const std::vector<std::string>& names);

// `text` with its dates replaced by a sign that parts names.
std::string without_dates(std::string_view text);

// Bytes of `text` that introduce an author, white space behind them included: "By ", "Von ",
// "Text: "; 0 if it begins otherwise, or has nothing else.
std::size_t byline_lead(std::string_view text);

// `text` does nothing but introduce an author: "Written by".
bool is_byline_lead(std::string_view text);

}  // namespace thresh::metadata

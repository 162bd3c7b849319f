#include "support/fault_answer.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace thresh::test {
namespace {

constexpr std::size_t kMib = 1'048'576;
constexpr std::string_view kBombPage = "<!doctype html><title>Bomb</title><p>Before the bomb.</p>";

Step send(std::string bytes, std::size_t times = 1) {
  Step step;
  step.bytes = std::move(bytes);
  step.times = times;
  return step;
}

Step act(Step::Kind kind) {
  Step step;
  step.kind = kind;
  return step;
}

Step wait_for(std::chrono::milliseconds wait) {
  Step step = act(Step::Kind::kWait);
  step.wait = wait;
  return step;
}

HeaderLines html_of(std::size_t length) {
  return {{"Content-Type", "text/html"}, {"Content-Length", std::to_string(length)}};
}

std::string little_endian(std::uint32_t number) {
  std::string out;
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift);
  return out;
}

// Raw deflate data that ends at a byte and refers to nothing before it, so that it may be repeated.
std::string deflate_block(std::string_view bytes, int flush) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("deflateInit2");
  }
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, flush);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

uLong crc_of(std::string_view bytes) {
  return crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
}

const std::string kGzipHead("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10);

}  // namespace

std::string head(int status, const HeaderLines& lines) {
  std::string out = "HTTP/1.1 " + std::to_string(status) + " Status\r\n";
  for (const auto& [name, value] : lines) out += name + ": " + value + "\r\n";
  return out + "\r\n";
}

Answer reply(int status, std::string_view body, const HeaderLines& lines) {
  HeaderLines all = lines;
  all.emplace_back("Content-Length", std::to_string(body.size()));
  return {send(head(status, all).append(body))};
}

Answer page(std::string_view html, std::string_view content_type) {
  return reply(200, html, {{"Content-Type", std::string(content_type)}});
}

Answer redirect(std::string_view to, int status) {
  return reply(status, "", {{"Location", std::string(to)}});
}

Answer delayed(std::chrono::milliseconds wait, Answer answer) {
  answer.insert(answer.begin(), wait_for(wait));
  return answer;
}

Answer held(Answer answer) {
  answer.insert(answer.begin(), act(Step::Kind::kHold));
  return answer;
}

Answer silent() { return {act(Step::Kind::kStall)}; }

Answer stalled(std::string_view body) {
  return {send(head(200, html_of(body.size() + 1)).append(body)), act(Step::Kind::kStall)};
}

Answer dripping(std::string_view body, std::chrono::milliseconds wait) {
  Answer answer = {send(head(200, html_of(body.size())))};
  for (const char c : body) {
    answer.push_back(wait_for(wait));
    answer.push_back(send(std::string(1, c)));
  }
  return answer;
}

Answer short_body(std::string_view body) {
  return {send(head(200, html_of(body.size() + 1000)).append(body)), act(Step::Kind::kClose)};
}

Answer reset_midway(std::string_view body) {
  return {send(head(200, html_of(body.size() + 1000)).append(body)), act(Step::Kind::kReset)};
}

Answer chunked(std::string_view body, std::size_t chunk_bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = head(200, {{"Content-Type", "text/html"}, {"Transfer-Encoding", "chunked"}});
  for (; !body.empty(); body.remove_prefix(std::min(chunk_bytes, body.size()))) {
    const std::string_view chunk = body.substr(0, chunk_bytes);
    for (int shift = 28; shift >= 0; shift -= 4) out += kHex[chunk.size() >> shift & 15];
    out.append("\r\n").append(chunk).append("\r\n");
  }
  return {send(out + "0\r\n\r\n")};
}

Answer bad_chunk_size() {
  return {send(head(200, {{"Content-Type", "text/html"}, {"Transfer-Encoding", "chunked"}}) +
               "many\r\n<p>news</p>\r\n0\r\n\r\n"),
          act(Step::Kind::kClose)};
}

Answer endless_chunk() {
  return {send(head(200, {{"Content-Type", "text/html"}, {"Transfer-Encoding", "chunked"}}) +
               "FFFFFFFFFFFFFFFF\r\n<p>news</p>"),
          act(Step::Kind::kClose)};
}

Answer header_flood(std::size_t bytes) {
  const std::string line = "X-Flood: " + std::string(89, 'x') + "\r\n";
  return {send("HTTP/1.1 200 OK\r\n"), send(line, bytes / line.size() + 1),
          send("Content-Length: 0\r\n\r\n")};
}

Answer long_header(std::size_t bytes) {
  return {send("HTTP/1.1 200 OK\r\nX-Long: "), send(std::string(1000, 'x'), bytes / 1000 + 1),
          send("\r\nContent-Length: 0\r\n\r\n")};
}

Answer not_http() { return {send("SSH-2.0-Server\r\n"), act(Step::Kind::kClose)}; }

Answer gzip_bomb(std::size_t unpacked_mib) {
  const std::string block(kMib, ' ');
  uLong crc = crc_of(kBombPage);
  const uLong block_crc = crc_of(block);
  for (std::size_t i = 0; i < unpacked_mib; ++i) {
    crc = crc32_combine(crc, block_crc, static_cast<z_off_t>(kMib));
  }
  const std::string first = kGzipHead + deflate_block(kBombPage, Z_FULL_FLUSH);
  const std::string middle = deflate_block(block, Z_FULL_FLUSH);
  const std::string last =
      deflate_block({}, Z_FINISH) + little_endian(static_cast<std::uint32_t>(crc)) +
      little_endian(static_cast<std::uint32_t>(kBombPage.size() + unpacked_mib * kMib));
  HeaderLines lines = html_of(first.size() + middle.size() * unpacked_mib + last.size());
  lines.emplace_back("Content-Encoding", "gzip");
  return {send(head(200, lines) + first), send(middle, unpacked_mib), send(last)};
}

Answer broken_gzip() {
  const std::string body = kGzipHead + deflate_block(kBombPage, Z_FULL_FLUSH);
  HeaderLines lines = html_of(body.size());
  lines.emplace_back("Content-Encoding", "gzip");
  return {send(head(200, lines) + body)};
}

}  // namespace thresh::test

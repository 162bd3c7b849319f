// fit_evidence text|markup|page DUMP FOLD ROWS OUT: trains one of the tables of evidence on what
// dump_hashes wrote, without the pages of FOLD (none: on all).
//
// DUMP.hashes and DUMP.pages are of dump_hashes; DUMP.labels and DUMP.page_labels of labels.py: a
// Row a block or page, in the same order. OUT gets the number of rows (32 bits), the rows as {slot,
// 16 × int8}, and 16 floats each of scale and bias: this machine's byte order.
//
// Sixteen logistic regressions, one a lane, by AdaGrad over blocks in a fixed shuffled order. Slots
// that stand on fewer than four pages are left out; of the others the ROWS that tell most are kept.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "judge/evidence_table.hpp"

namespace {

using namespace thresh;
using judge::EvidenceTable;
using judge::kLanes;
using judge::Lanes;

struct Row {
  float body;         // share of the block that is body
  float body_weight;  // 0: not known
  float label_weight;
  std::int32_t lane;  // of the label; -1: not known
  std::int32_t fold;
  std::int32_t page;
  std::int32_t injected;  // 1: a page of inject.py
};

struct Blocks {
  std::vector<std::uint32_t> slots;
  std::vector<std::size_t> first;  // of each block in `slots`; one more for the end
  std::vector<Row> rows;
};

constexpr std::size_t kSlots = std::size_t{1} << EvidenceTable::kBits;

// Which of the three tables: where its lists stand, and which of them.
struct Kind {
  const char* name;
  const char* lists;   // ending of the file
  const char* labels;  // ending of the file
  std::size_t every;   // of so many lists
  std::size_t nth;     // this one
  int epochs;
};
constexpr Kind kKinds[] = {{"text", ".hashes", ".labels", 2, 0, 5},
                           {"markup", ".hashes", ".labels", 2, 1, 5},
                           {"page", ".pages", ".page_labels", 1, 0, 30}};

bool read_blocks(const std::string& dump, const Kind& kind, Blocks& blocks) {
  std::ifstream labels(dump + kind.labels, std::ios::binary);
  for (Row row; labels.read(reinterpret_cast<char*>(&row), sizeof row);) {
    blocks.rows.push_back(row);
  }
  std::ifstream lists(dump + kind.lists, std::ios::binary);
  std::vector<std::uint32_t> list;
  for (std::size_t i = 0;; ++i) {
    std::uint32_t count = 0;
    if (!lists.read(reinterpret_cast<char*>(&count), sizeof count)) break;
    list.resize(count);
    lists.read(reinterpret_cast<char*>(list.data()),
               static_cast<std::streamsize>(count * sizeof(std::uint32_t)));
    if (i % kind.every != kind.nth) continue;
    blocks.first.push_back(blocks.slots.size());
    for (const std::uint32_t hash : list) blocks.slots.push_back(EvidenceTable::slot_of(hash));
  }
  blocks.first.push_back(blocks.slots.size());
  return blocks.rows.size() + 1 == blocks.first.size();
}

// Slots on enough pages of `seen` blocks to be learned from.
std::vector<bool> common_slots(const Blocks& blocks, const std::vector<std::uint32_t>& seen) {
  constexpr std::uint8_t kLeastPages = 4;
  std::vector<std::int32_t> last_page(kSlots, -1);
  std::vector<std::uint8_t> pages(kSlots);
  for (const std::uint32_t block : seen) {
    for (std::size_t i = blocks.first[block]; i < blocks.first[block + 1]; ++i) {
      const std::uint32_t slot = blocks.slots[i];
      if (last_page[slot] == blocks.rows[block].page || pages[slot] == kLeastPages) continue;
      last_page[slot] = blocks.rows[block].page;
      ++pages[slot];
    }
  }
  std::vector<bool> common(kSlots);
  for (std::size_t slot = 0; slot < kSlots; ++slot) common[slot] = pages[slot] == kLeastPages;
  return common;
}

class Fit {
 public:
  Fit(const Blocks& blocks, std::vector<std::uint32_t> seen)
      : blocks_(blocks),
        seen_(std::move(seen)),
        common_(common_slots(blocks, seen_)),
        weights_(kSlots),
        squares_(kSlots) {
    for (Lanes& squares : squares_) squares.fill(1);
    bias_squares_.fill(1);
  }

  void run(int epochs) {
    std::mt19937 random(1);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      std::shuffle(seen_.begin(), seen_.end(), random);
      slowdown_ = 1.0F / (1.0F + 0.7F * static_cast<float>(epoch));
      double loss = 0;
      for (const std::uint32_t block : seen_) loss += step(block);
      std::cerr << "epoch " << epoch << " loss " << loss / static_cast<double>(seen_.size())
                << '\n';
    }
  }

  // Log loss of the body lane, and summed over the others, for blocks it has not learned from.
  void print_losses(const std::vector<std::uint32_t>& blocks, const char* when) const;

  // Keeps the slots that tell most, with weights in steps of `scale_`.
  void prune(std::size_t most_rows);

  bool write(const std::string& out) const;

 private:
  float step(std::uint32_t block);
  Lanes logits(std::uint32_t block) const;

  // Blocks with many features must not outweigh those with few.
  float norm_of(std::uint32_t block) const {
    const std::size_t count = blocks_.first[block + 1] - blocks_.first[block];
    return 3.0F / std::sqrt(static_cast<float>(std::max<std::size_t>(1, count)));
  }

  const Blocks& blocks_;
  std::vector<std::uint32_t> seen_;
  std::vector<bool> common_;
  std::vector<Lanes> weights_;
  std::vector<Lanes> squares_;  // of gradients, summed
  Lanes bias_{};
  Lanes bias_squares_{};
  std::vector<std::uint32_t> kept_;  // slots
  Lanes scale_{};
  float slowdown_ = 1;
};

// Body has many examples, of which slow steps learn what lasts; rare labels need fast ones.
constexpr Lanes kRates = [] {
  Lanes rates;
  rates.fill(0.25F);
  rates[0] = 0.06F;
  return rates;
}();

float Fit::step(std::uint32_t block) {
  constexpr float kDecay = 2e-4F;
  const Row& row = blocks_.rows[block];
  const std::size_t begin = blocks_.first[block];
  const std::size_t end = blocks_.first[block + 1];
  const float norm = norm_of(block);
  const Lanes logits = this->logits(block);
  Lanes gradient{};
  float loss = 0;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const float weight = lane == 0 ? row.body_weight : row.lane >= 0 ? row.label_weight : 0;
    const float target =
        lane == 0 ? row.body : static_cast<float>(row.lane == static_cast<int>(lane));
    const float p = 1 / (1 + std::exp(-logits[lane]));
    gradient[lane] = weight * (p - target);
    if (lane == 0 && weight > 0) {
      loss -= weight * (target * std::log(p + 1e-7F) + (1 - target) * std::log(1 - p + 1e-7F));
    }
  }
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    bias_squares_[lane] += gradient[lane] * gradient[lane];
    bias_[lane] -= slowdown_ * kRates[lane] * gradient[lane] / std::sqrt(bias_squares_[lane]);
  }
  for (std::size_t i = begin; i < end; ++i) {
    const std::uint32_t slot = blocks_.slots[i];
    if (!common_[slot]) continue;
    Lanes& weights = weights_[slot];
    Lanes& squares = squares_[slot];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const float g = norm * gradient[lane] + kDecay * weights[lane];
      squares[lane] += g * g;
      weights[lane] -= slowdown_ * kRates[lane] * g / std::sqrt(squares[lane]);
    }
  }
  return loss;
}

Lanes Fit::logits(std::uint32_t block) const {
  const std::size_t begin = blocks_.first[block];
  const std::size_t end = blocks_.first[block + 1];
  const float norm = norm_of(block);
  Lanes logits = bias_;
  for (std::size_t i = begin; i < end; ++i) {
    const Lanes& weights = weights_[blocks_.slots[i]];
    for (std::size_t lane = 0; lane < kLanes; ++lane) logits[lane] += norm * weights[lane];
  }
  return logits;
}

void Fit::print_losses(const std::vector<std::uint32_t>& blocks, const char* when) const {
  double body = 0;
  double body_weight = 0;
  double labels = 0;
  double label_weight = 0;
  for (const std::uint32_t block : blocks) {
    const Row& row = blocks_.rows[block];
    const Lanes all = logits(block);
    const auto loss = [&](std::size_t lane, float target) {
      const float p = 1 / (1 + std::exp(-all[lane]));
      return -(target * std::log(p + 1e-7F) + (1 - target) * std::log(1 - p + 1e-7F));
    };
    body += static_cast<double>(row.body_weight * loss(0, row.body));
    body_weight += static_cast<double>(row.body_weight);
    if (row.lane < 0) continue;
    label_weight += static_cast<double>(row.label_weight);
    for (std::size_t lane = 1; lane < kLanes; ++lane) {
      const bool is = row.lane == static_cast<std::int32_t>(lane);
      labels += static_cast<double>(row.label_weight * loss(lane, static_cast<float>(is)));
    }
  }
  std::cout << when << ": body " << body / body_weight << " labels " << labels / label_weight
            << '\n';
}

void Fit::prune(std::size_t most_rows) {
  std::vector<std::uint32_t> uses(kSlots);
  for (const std::uint32_t block : seen_) {
    for (std::size_t i = blocks_.first[block]; i < blocks_.first[block + 1]; ++i) {
      ++uses[blocks_.slots[i]];
    }
  }
  std::vector<float> tells(kSlots);
  for (std::size_t slot = 0; slot < kSlots; ++slot) {
    if (!common_[slot]) continue;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const float size = std::abs(weights_[slot][lane]);
      scale_[lane] = std::max(scale_[lane], size / 127);
      // Lane 0 decides what is kept; prompts, 1 to 4, must not leak; the others name the rest.
      tells[slot] += (lane == 0 ? 3.0F : lane <= 4 ? 1.5F : 0.5F) * size;
    }
    tells[slot] *= std::sqrt(static_cast<float>(uses[slot]));
  }
  kept_.resize(kSlots);
  std::iota(kept_.begin(), kept_.end(), 0U);
  std::stable_sort(kept_.begin(), kept_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return tells[a] > tells[b]; });
  while (!kept_.empty() && (kept_.size() > most_rows || tells[kept_.back()] == 0)) {
    weights_[kept_.back()].fill(0);
    kept_.pop_back();
  }
  std::sort(kept_.begin(), kept_.end());
  for (const std::uint32_t slot : kept_) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      if (scale_[lane] == 0) continue;
      weights_[slot][lane] = std::round(weights_[slot][lane] / scale_[lane]) * scale_[lane];
    }
  }
}

bool Fit::write(const std::string& out) const {
  std::ofstream file(out, std::ios::binary);
  const auto count = static_cast<std::uint32_t>(kept_.size());
  file.write(reinterpret_cast<const char*>(&count), sizeof count);
  for (const std::uint32_t slot : kept_) {
    judge::EvidenceRow row{};
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      if (scale_[lane] == 0) continue;
      row[lane] = static_cast<std::int8_t>(std::lround(weights_[slot][lane] / scale_[lane]));
    }
    file.write(reinterpret_cast<const char*>(&slot), sizeof slot);
    file.write(reinterpret_cast<const char*>(row.data()), sizeof row);
  }
  file.write(reinterpret_cast<const char*>(scale_.data()), sizeof scale_);
  file.write(reinterpret_cast<const char*>(bias_.data()), sizeof bias_);
  return file.good();
}

}  // namespace

int main(int argc, char** argv) {
  const auto kind = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const Kind& one) {
    return argc == 6 && one.name == std::string_view(argv[1]);
  });
  if (kind == std::end(kKinds)) {
    std::cerr << "usage: fit_evidence text|markup|page DUMP FOLD ROWS OUT\n";
    return 64;
  }
  Blocks blocks;
  if (!read_blocks(argv[2], *kind, blocks)) {
    std::cerr << argv[2] << ": hashes and labels do not fit each other\n";
    return 65;
  }
  const std::string fold = argv[3];
  std::vector<std::uint32_t> seen;
  std::vector<std::uint32_t> unseen;
  for (std::uint32_t i = 0; i < blocks.rows.size(); ++i) {
    const Row& row = blocks.rows[i];
    const bool labelled = row.body_weight > 0 || row.lane >= 0;
    if (labelled) (std::to_string(row.fold) == fold ? unseen : seen).push_back(i);
  }
  Fit fit(blocks, std::move(seen));
  fit.run(kind->epochs);
  if (!unseen.empty()) fit.print_losses(unseen, "unseen");
  fit.prune(std::stoul(argv[4]));
  if (!unseen.empty()) fit.print_losses(unseen, "unseen, pruned");
  return fit.write(argv[5]) ? 0 : 74;
}

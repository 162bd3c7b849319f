// Everything that is learned: two tables of evidence, and the trees that weigh evidence, form and
// place together.
#pragma once

#include "judge/evidence_table.hpp"
#include "judge/trees.hpp"

namespace thresh::judge {

struct Model {
  const EvidenceTable* text = nullptr;
  const EvidenceTable* markup = nullptr;
  Trees body;    // one output: the logit of P(body)
  Trees labels;  // an output a lane, for a softmax
};

// Made by src/train, compiled in from model.inc.
const Model& builtin_model();

}  // namespace thresh::judge

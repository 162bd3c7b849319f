// Everything that is learned: tables of evidence, and the trees that weigh evidence, form and place
// together.
#pragma once

#include "judge/evidence.hpp"
#include "judge/trees.hpp"

namespace thresh::judge {

struct Model {
  EvidenceTables evidence;
  Trees body;        // one output: the logit of P(body)
  Trees labels;      // an output a lane, for a softmax
  Trees confidence;  // of PageFacts; one output: the logit of the expected F1
};

// Made by src/train, compiled in from model.inc.
const Model& builtin_model();

}  // namespace thresh::judge

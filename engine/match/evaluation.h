// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/match/bootstrap.h"
#include "engine/match/cohort.h"
#include "engine/model/face.h"

#include <QString>

#include <array>
#include <set>
#include <vector>

namespace likeness::match
{

/// How well a way of comparing faces finds the right person, and how often it lists somebody for a person who is not
/// there (ISO/IEC 19795-1's words: a mated probe is of a person in the gallery, a non-mated probe is not; FNIR and FPIR
/// are the rates of false-negative and false-positive identification). Numbers only, and pure: who is in a picture is
/// what its name says.

/// Faces by ascending person, then picture.
struct EvaluatedFaces {
    std::vector<QString> persons;
    std::vector<model::Template> values;

    std::vector<size_t> personNumbers() const; ///< of each face; 0 and up, in order
    size_t personCount() const;
    /// Drawn from these faces, one a person.
    Cohort cohortOf(const std::vector<size_t> &portraits) const;
};

enum class Comparison {
    Distance,  ///< Euclidean distance alone
    Normalised ///< by the scales of a cohort that is drawn from the gallery searched: cohort.h
};

/// What the searches of the protocol gave. Scores are distances or normalised distances: less is nearer.
struct IdentificationScores {
    struct Mated {
        size_t face = 0;
        double score = 0; ///< of the right person
        qint64 rank = 0;  ///< of the right person, 1 and up
    };
    struct NonMated {
        size_t face = 0;
        double best = 0; ///< of the nearest person
    };
    qint64 gallery = 0; ///< persons searched with the mated probes
    std::vector<Mated> mated;
    std::vector<NonMated> nonMated;
};

/// The protocol. Each person's first picture is in the gallery; the second is a mated probe. Persons with one picture
/// are dealt round into four folds; each fold is once left out of the gallery and searched as non-mated probes. Mated
/// probes are searched without fold 0, and each once more with its own person taken out of gallery and cohort, as a
/// further non-mated probe. Reports faces and looks at cancel at each. InvalidArgument when nobody has two pictures or
/// fewer than four have one; Cancelled.
base::Result<IdentificationScores> identificationScores(const EvaluatedFaces &faces, Comparison comparison,
                                                        base::Progress &progress);

/// Two pictures under different names at a distance so small that they show one person: label errors of the data.
struct LabelError {
    size_t face = 0, other = 0;
    double distance = 0;
};
constexpr double sameFaceDistance = 0.2; ///< of plain templates
std::vector<LabelError> labelErrors(const EvaluatedFaces &plain);
/// Takes the probes out that are part of such a pair.
void leaveOut(IdentificationScores &scores, const std::vector<LabelError> &errors);

struct IdentificationFigures {
    static constexpr std::array<int, 4> ranks{1, 10, 20, 50};
    static constexpr std::array<double, 4> rates{0.003, 0.01, 0.05, 0.1};
    std::array<Figure, 4> rank; ///< share of mated probes whose person stands at that rank or before
    /// FNIR at each FPIR: the share of mated probes whose person is no nearer than the score under which that share of
    /// the non-mated probes has somebody.
    std::array<Figure, 4> fnir;
};

/// Figures of two ways of comparing the same faces, and how the first stands to the second: in each sample of persons
/// both are taken, so that the intervals of the ratios are those of pairs.
struct ComparedFigures {
    IdentificationFigures ours, plain;
    Figure rank1ErrorRatio;
    std::array<Figure, 4> fnirRatio;
};
ComparedFigures compared(const EvaluatedFaces &faces, const IdentificationScores &ours,
                         const IdentificationScores &plain);

/// Pairs of faces, each of one person or of two.
struct FacePair {
    size_t a = 0, b = 0;
    bool isSame = false;
    int fold = 0;
};
/// All pairs of one person and `others` random pairs of two, drawn with seed 1. Fold 0 to 9 in turn.
std::vector<FacePair> allPairs(const EvaluatedFaces &faces, qint64 others);
/// Their scores, in order. With Normalised the cohort is drawn from every person's first picture.
base::Result<std::vector<double>> pairScores(const EvaluatedFaces &faces, const std::vector<FacePair> &pairs,
                                             Comparison comparison, base::Progress &progress);

struct VerificationFigures {
    static constexpr std::array<double, 3> rates{1e-3, 1e-4, 1e-5};
    std::array<Figure, 3> fnmr; ///< at each FMR; persons drawn
};
struct ComparedVerification {
    VerificationFigures ours, plain;
    std::array<Figure, 3> fnmrRatio;
};
ComparedVerification compared(const EvaluatedFaces &faces, const std::vector<FacePair> &pairs,
                              const std::vector<double> &ours, const std::vector<double> &plain);

/// Ten folds: on each the share of pairs that the threshold which is best on the nine others tells rightly. The mean
/// and its standard error.
struct FoldAccuracy {
    double mean = 0;
    double standardError = 0;
};
FoldAccuracy foldAccuracy(const std::vector<FacePair> &pairs, const std::vector<double> &scores);

} // namespace likeness::match

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/projectionfit.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace likeness::benchmark
{

namespace
{

constexpr int dimensions = face::Projection::dimensions;
constexpr double power = 0.2;

/// dlib's templates have some 78 dimensions: in the others nothing differs but rounding, which must not be magnified.
constexpr double smallestShare = 0.01; ///< of the largest variance

/// Covariance of the templates around the mean of their person; and of those means.
struct Scatter {
    cv::Mat1d within, between;
};
Scatter scatterOf(const match::EvaluatedFaces &faces, const std::set<QString> &left)
{
    cv::Mat1d covariance(dimensions, dimensions, 0.0), means(0, dimensions);
    qint64 freedom = 0;
    for (size_t first = 0; first < faces.persons.size();) {
        size_t end = first + 1;
        while (end < faces.persons.size() && faces.persons[end] == faces.persons[first])
            ++end;
        if (left.count(faces.persons[first]) == 0) {
            cv::Mat1d rows(int(end - first), dimensions);
            for (size_t i = first; i < end; ++i)
                for (int k = 0; k < dimensions; ++k)
                    rows(int(i - first), k) = double(faces.values[i][size_t(k)]);
            cv::Mat1d mean;
            cv::reduce(rows, mean, 0, cv::REDUCE_AVG);
            for (int i = 0; i < rows.rows; ++i)
                rows.row(i) -= mean;
            covariance += rows.t() * rows;
            freedom += rows.rows - 1;
            means.push_back(mean);
        }
        first = end;
    }
    cv::Mat1d between, middle;
    cv::calcCovarMatrix(means, between, middle, cv::COVAR_NORMAL | cv::COVAR_ROWS | cv::COVAR_SCALE);
    return {covariance / double(freedom), between};
}

} // namespace

face::Projection fittedProjection(const match::EvaluatedFaces &faces)
{
    std::set<QString> left;
    for (const match::LabelError &error : match::labelErrors(faces))
        left.insert({faces.persons[error.face], faces.persons[error.other]});
    cv::Mat1d values, vectors; // by row
    const Scatter scatter = scatterOf(faces, left);
    cv::eigen(scatter.within, values, vectors);
    cv::Mat1d powers(dimensions, dimensions, 0.0);
    for (int i = 0; i < dimensions; ++i)
        powers(i, i) = std::pow(std::max(values(i), smallestShare * values(0)), -power);
    cv::Mat1d map = vectors.t() * powers * vectors;
    const cv::Mat1d mapped = map * scatter.between * map.t();
    map *= std::sqrt(cv::trace(scatter.between)[0] / cv::trace(mapped)[0]);
    face::Projection::Matrix matrix;
    for (int row = 0; row < dimensions; ++row)
        for (int column = 0; column < dimensions; ++column)
            matrix[size_t(row)][size_t(column)] = float(map(row, column));
    return face::Projection(matrix);
}

} // namespace likeness::benchmark

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/sieve.h"

#include <cmath>
#include <limits>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace likeness::match
{

namespace
{

constexpr int dimensions = 128;
constexpr float shrink = 1 - 0x1p-19f;

/// The probe's side of the coarse comparison, in float.
struct Coarse {
    float norm;   ///< |p'|^2
    float factor; ///< twice the probe's scale
    float reach;  ///< t'
    float error;  ///< f'
};

Coarse coarseOf(const QuantisedProbe &probe, double reach)
{
    const auto above = [](double value) {
        return std::nextafter(float(value * (1 + 0x1p-20)), std::numeric_limits<float>::infinity());
    };
    return {float(probe.norm), float(2 * probe.scale), above(reach), above(probe.error)};
}

qint32 dot(const qint8 *row, const qint16 *probe)
{
    qint32 sum = 0;
    for (int i = 0; i < dimensions; ++i)
        sum += qint32(row[i]) * probe[i];
    return sum;
}

bool isOut(const Columns &columns, qint64 row, qint32 product, const Coarse &probe)
{
    const float a = columns.norms[row] + probe.norm;
    const float b = float(product) * (columns.scales[row] * probe.factor);
    const float reach = columns.errors[row] + (columns.cohortScales[row] * probe.reach + probe.error);
    return a * shrink - b >= reach * reach;
}

int coarsePortable(const Columns &columns, qint64 first, int count, const QuantisedProbe &probe,
                   const Coarse &coarse, quint16 *passed)
{
    int found = 0;
    for (int i = 0; i < count; ++i) {
        const qint64 row = first + i;
        if (!isOut(columns, row, dot(columns.codes + row * dimensions, probe.codes.data()), coarse))
            passed[found++] = quint16(i);
    }
    return found;
}

float squaresPortable(const float *row, const float *probe)
{
    float sums[8] = {};
    for (int i = 0; i < dimensions; i += 8)
        for (int lane = 0; lane < 8; ++lane) {
            const float difference = row[i + lane] - probe[i + lane];
            sums[lane] += difference * difference;
        }
    float sum = 0;
    for (const float part : sums)
        sum += part;
    return sum;
}

#ifdef __x86_64__

/// Eight partial sums of one row's dot product.
[[gnu::target("avx2")]] inline __m256i partialDots(const qint8 *row, const __m256i (&probe)[8])
{
    const auto products = [&](int part) __attribute__((target("avx2"), always_inline))
    {
        const auto *codes = reinterpret_cast<const __m128i *>(row + 16 * part);
        return _mm256_madd_epi16(_mm256_cvtepi8_epi16(_mm_loadu_si128(codes)), probe[part]);
    };
    const __m256i low = _mm256_add_epi32(_mm256_add_epi32(products(0), products(1)),
                                         _mm256_add_epi32(products(2), products(3)));
    const __m256i high = _mm256_add_epi32(_mm256_add_epi32(products(4), products(5)),
                                          _mm256_add_epi32(products(6), products(7)));
    return _mm256_add_epi32(low, high);
}

/// The dot products of eight rows, in order.
[[gnu::target("avx2")]] inline __m256i eightDots(const qint8 *rows, const __m256i (&probe)[8])
{
    const auto four = [&](const qint8 *from) __attribute__((target("avx2"), always_inline))
    {
        const __m256i first =
            _mm256_hadd_epi32(partialDots(from, probe), partialDots(from + dimensions, probe));
        const __m256i second = _mm256_hadd_epi32(partialDots(from + 2 * dimensions, probe),
                                                 partialDots(from + 3 * dimensions, probe));
        return _mm256_hadd_epi32(first, second); // rows 0 to 3 of each half of the register
    };
    const __m256i low = four(rows);
    const __m256i high = four(rows + 4 * dimensions);
    return _mm256_add_epi32(_mm256_permute2x128_si256(low, high, 0x20),
                            _mm256_permute2x128_si256(low, high, 0x31));
}

[[gnu::target("avx2")]] int coarseVectors(const Columns &columns, qint64 first, int count,
                                          const QuantisedProbe &probe, const Coarse &coarse, quint16 *passed)
{
    __m256i codes[8];
    for (int part = 0; part < 8; ++part)
        codes[part] = _mm256_load_si256(reinterpret_cast<const __m256i *>(probe.codes.data() + 16 * part));
    const __m256 norm = _mm256_set1_ps(coarse.norm);
    const __m256 factor = _mm256_set1_ps(coarse.factor);
    const __m256 probeReach = _mm256_set1_ps(coarse.reach);
    const __m256 probeError = _mm256_set1_ps(coarse.error);
    const __m256 shrinking = _mm256_set1_ps(shrink);
    int found = 0;
    int i = 0;
    for (; i + 8 <= count; i += 8) {
        const qint64 row = first + i;
        const __m256 product = _mm256_cvtepi32_ps(eightDots(columns.codes + row * dimensions, codes));
        const __m256 a = _mm256_add_ps(_mm256_loadu_ps(columns.norms + row), norm);
        const __m256 b = _mm256_mul_ps(product, _mm256_mul_ps(_mm256_loadu_ps(columns.scales + row), factor));
        const __m256 scaled = _mm256_mul_ps(_mm256_loadu_ps(columns.cohortScales + row), probeReach);
        const __m256 reach =
            _mm256_add_ps(_mm256_loadu_ps(columns.errors + row), _mm256_add_ps(scaled, probeError));
        const __m256 out = _mm256_cmp_ps(_mm256_sub_ps(_mm256_mul_ps(a, shrinking), b),
                                         _mm256_mul_ps(reach, reach), _CMP_GE_OQ);
        for (unsigned in = ~unsigned(_mm256_movemask_ps(out)) & 0xff; in; in &= in - 1)
            passed[found++] = quint16(i + __builtin_ctz(in));
    }
    const int rest = coarsePortable(columns, first + i, count - i, probe, coarse, passed + found);
    for (int k = 0; k < rest; ++k)
        passed[found + k] = quint16(passed[found + k] + i);
    return found + rest;
}

[[gnu::target("avx2")]] float squaresVectors(const float *row, const float *probe)
{
    __m256 sums[2] = {_mm256_setzero_ps(), _mm256_setzero_ps()};
    for (int i = 0; i < dimensions; i += 16)
        for (int half = 0; half < 2; ++half) {
            const __m256 difference =
                _mm256_sub_ps(_mm256_loadu_ps(row + i + 8 * half), _mm256_loadu_ps(probe + i + 8 * half));
            sums[half] = _mm256_add_ps(sums[half], _mm256_mul_ps(difference, difference));
        }
    alignas(32) float parts[8];
    _mm256_store_ps(parts, _mm256_add_ps(sums[0], sums[1]));
    return ((parts[0] + parts[1]) + (parts[2] + parts[3])) + ((parts[4] + parts[5]) + (parts[6] + parts[7]));
}

bool hasVectors()
{
    return __builtin_cpu_supports("avx2");
}

#else

int coarseVectors(const Columns &columns, qint64 first, int count, const QuantisedProbe &probe,
                  const Coarse &coarse, quint16 *passed)
{
    return coarsePortable(columns, first, count, probe, coarse, passed);
}

float squaresVectors(const float *row, const float *probe)
{
    return squaresPortable(row, probe);
}

bool hasVectors()
{
    return false;
}

#endif

} // namespace

Sieve::Sieve(SievePath path) : m_vectors(path == SievePath::Fastest && hasVectors()) {}

int Sieve::coarse(const Columns &columns, qint64 first, int count, const QuantisedProbe &probe, double reach,
                  quint16 *passed) const
{
    const Coarse coarse = coarseOf(probe, reach);
    return m_vectors ? coarseVectors(columns, first, count, probe, coarse, passed)
                     : coarsePortable(columns, first, count, probe, coarse, passed);
}

bool Sieve::fine(const float *row, const model::Template &probe, double reach) const
{
    const float squares = m_vectors ? squaresVectors(row, probe.data()) : squaresPortable(row, probe.data());
    return !std::isfinite(squares) || squares < reach * reach * (1 + 0x1p-15) + 1e-30;
}

} // namespace likeness::match

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/dlibnetworks.h"

#include "engine/face/pyramid.h"

#include <dlib/dnn.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <sstream>

namespace likeness::face
{

namespace
{

// The two published networks; their form is that of dlib's examples dnn_mmod_ex and dnn_face_recognition_ex.
template <class Sub>
using ShrinkTo32 = dlib::relu<
    dlib::affine<dlib::con<32, 5, 5, 2, 2,
                           dlib::relu<dlib::affine<dlib::con<
                               32, 5, 5, 2, 2, dlib::relu<dlib::affine<dlib::con<16, 5, 5, 2, 2, Sub>>>>>>>>>;
template <class Sub>
using Keep45 = dlib::relu<dlib::affine<dlib::con<45, 5, 5, 1, 1, Sub>>>;
using FinderNet = dlib::loss_mmod<dlib::con<
    1, 9, 9, 1, 1, Keep45<Keep45<Keep45<ShrinkTo32<dlib::input_rgb_image_pyramid<dlib::pyramid_down<6>>>>>>>>;

template <int channels, int stride, class Sub>
using Block =
    dlib::affine<dlib::con<channels, 3, 3, 1, 1,
                           dlib::relu<dlib::affine<dlib::con<channels, 3, 3, stride, stride, Sub>>>>>;
template <int channels, class Sub>
using Residual = dlib::relu<dlib::add_prev1<Block<channels, 1, dlib::tag1<Sub>>>>;
template <int channels, class Sub>
using ResidualDown = dlib::relu<dlib::add_prev2<
    dlib::avg_pool<2, 2, 2, 2, dlib::skip1<dlib::tag2<Block<channels, 2, dlib::tag1<Sub>>>>>>>;
template <class Sub>
using Level4 = Residual<32, Residual<32, Residual<32, Sub>>>;
template <class Sub>
using Level3 = Residual<64, Residual<64, Residual<64, ResidualDown<64, Sub>>>>;
template <class Sub>
using Level2 = Residual<128, Residual<128, ResidualDown<128, Sub>>>;
template <class Sub>
using Level1 = Residual<256, Residual<256, ResidualDown<256, Sub>>>;
template <class Sub>
using Level0 = ResidualDown<256, Sub>;
using DescriberNet = dlib::loss_metric<dlib::fc_no_bias<
    128, dlib::avg_pool_everything<Level0<Level1<Level2<Level3<Level4<dlib::max_pool<
             3, 3, 2, 2,
             dlib::relu<dlib::affine<dlib::con<32, 7, 7, 2, 2, dlib::input_rgb_image_sized<150>>>>>>>>>>>>>;

template <class Net>
std::unique_ptr<Net> readNet(const QByteArray &bytes)
{
    auto net = std::make_unique<Net>();
    std::istringstream in(bytes.toStdString(), std::ios::binary);
    dlib::deserialize(*net, in);
    return net;
}

/// Collects convolutions while dlib visits the layers from the output to the input. An affine layer comes
/// before the convolution it follows, so it waits in `m_affine` until that one is there.
class Collector
{
public:
    Collector(std::vector<Convolution> &convolutions, std::vector<float> &projection)
        : m_convolutions(convolutions), m_projection(projection)
    {
    }

    template <long filters, long rows, long columns, int strideY, int strideX, int padY, int padX>
    void operator()(dlib::con_<filters, rows, columns, strideY, strideX, padY, padX> &layer)
    {
        static_assert(rows == columns && strideY == strideX && padY == padX);
        const dlib::tensor &params = layer.get_layer_params();
        Convolution result;
        result.outputs = int(filters);
        result.inputs = int(params.size() / filters - 1) / int(rows * columns);
        result.kernel = int(rows);
        result.stride = strideX;
        result.padding = int(layer.padding_x());
        const size_t filterSize = size_t(result.inputs) * rows * columns;
        const float *values = params.host();
        result.filters.assign(values, values + filters * filterSize);
        result.bias.assign(values + filters * filterSize, values + params.size());
        if (result.bias.size() != size_t(filters))
            throw dlib::serialization_error("a convolution without bias, or of another shape");
        if (!m_affine.empty()) {
            // gamma * (w x + b) + beta = (gamma w) x + (gamma b + beta)
            for (int o = 0; o < result.outputs; ++o) {
                const float gamma = m_affine[o], beta = m_affine[filters + o];
                for (size_t i = 0; i < filterSize; ++i)
                    result.filters[o * filterSize + i] *= gamma;
                result.bias[o] = gamma * result.bias[o] + beta;
            }
            m_affine.clear();
        }
        m_convolutions.insert(m_convolutions.begin(), std::move(result));
    }

    void operator()(dlib::affine_ &layer)
    {
        // affine_ shows its parameters to nobody, but it writes them: version, then gamma and beta.
        std::stringstream stream;
        serialize(layer, stream);
        std::string version;
        dlib::resizable_tensor params;
        dlib::deserialize(version, stream);
        dlib::deserialize(params, stream);
        m_affine.assign(params.host(), params.host() + params.size());
    }

    template <unsigned long outputs, dlib::fc_bias_mode bias>
    void operator()(dlib::fc_<outputs, bias> &layer)
    {
        const dlib::tensor &params = layer.get_layer_params();
        m_projection.assign(params.host(), params.host() + params.size());
    }

private:
    std::vector<Convolution> &m_convolutions;
    std::vector<float> &m_projection;
    std::vector<float> m_affine;
};

OverlapLimit overlapOf(const FinderNet &net)
{
    const dlib::test_box_overlap &overlap = net.loss_details().get_options().overlaps_nms;
    return {overlap.get_iou_thresh(), overlap.get_percent_covered_thresh()};
}

int windowOf(const FinderNet &net)
{
    const auto &windows = net.loss_details().get_options().detector_windows;
    if (windows.size() != 1 || windows[0].width != windows[0].height)
        throw dlib::serialization_error("the finder has other than one square window");
    return int(windows[0].width);
}

template <class Input>
InputMean meanOf(const Input &input)
{
    return {input.get_avg_red(), input.get_avg_green(), input.get_avg_blue()};
}

template <class Matrix>
Matrix toMatrix(const base::Picture &picture)
{
    static_assert(sizeof(dlib::rgb_pixel) == 3);
    Matrix matrix(picture.height(), picture.width());
    std::memcpy(&matrix(0, 0), picture.pixels().constData(), picture.byteCount());
    return matrix;
}

class DlibFinder : public Finder
{
public:
    explicit DlibFinder(const QByteArray &bytes)
        : m_net(readNet<FinderNet>(bytes)), m_window(windowOf(*m_net)), m_overlap(overlapOf(*m_net))
    {
    }

    base::Result<std::vector<Detection>> detect(const base::Picture &picture, const FinderSettings &settings,
                                                double threshold, base::Progress &progress,
                                                const SoFar &) const override
    {
        const std::lock_guard lock(m_mutex);
        const int first = Pyramid::levelForFace(settings.smallestFacePx, m_window);
        const Pyramid pyramid(picture, first, m_window);
        const double smallest = m_window * std::pow(1.2, first) - 1;
        std::vector<Detection> found;
        const auto keep = [&](const dlib::mmod_rect &r) {
            const Detection detection{r.rect.left(), r.rect.top(), r.rect.right(), r.rect.bottom(),
                                      r.detection_confidence};
            if (detection.width() >= smallest)
                found.push_back(detection);
        };
        // dlib's input layer knows no enlarged levels: each of those goes through the layers on its own.
        for (size_t i = 1; i < pyramid.canvases().size(); ++i) {
            if (progress.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, {});
            const Canvas &canvas = pyramid.canvases()[i];
            dlib::resizable_tensor input(1, 3, canvas.height, canvas.width);
            const size_t plane = size_t(canvas.width) * canvas.height;
            std::vector<float> values(3 * plane);
            pyramid.read(canvas, {0, 0, canvas.width, canvas.height}, meanOf(dlib::input_layer(*m_net)),
                         values.data());
            for (size_t k = 0; k < values.size(); ++k)
                input.host()[k % 3 * plane + k / 3] = values[k];
            const dlib::tensor &scores = m_net->subnet().forward(input);
            for (long row = 0; row < scores.nr(); ++row)
                for (long column = 0; column < scores.nc(); ++column) {
                    const double score = scores.host()[row * scores.nc() + column];
                    const auto at =
                        dlib::output_tensor_to_input_tensor(m_net->subnet(), dlib::point(column, row));
                    if (score > threshold)
                        found.push_back(pyramid.toPicture(canvas, at.x(), at.y(), score));
                }
        }
        if (progress.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, {});
        for (const auto &r : m_net->process(toMatrix<dlib::matrix<dlib::rgb_pixel>>(picture), threshold))
            keep(r);
        return suppressOverlaps(std::move(found), m_overlap);
    }

private:
    mutable std::mutex m_mutex; // the network keeps its activations
    std::unique_ptr<FinderNet> m_net;
    int m_window;
    OverlapLimit m_overlap;
};

class DlibDescriber : public Describer
{
public:
    explicit DlibDescriber(const QByteArray &bytes) : m_net(readNet<DescriberNet>(bytes)) {}

    std::vector<model::Template> describe(const std::vector<base::Picture> &chips) const override
    {
        const std::lock_guard lock(m_mutex);
        std::vector<model::Template> templates;
        for (const base::Picture &chip : chips) {
            const auto &values = m_net->process(toMatrix<dlib::matrix<dlib::rgb_pixel>>(chip));
            std::copy(values.begin(), values.end(), templates.emplace_back().begin());
        }
        return templates;
    }

private:
    mutable std::mutex m_mutex;
    std::unique_ptr<DescriberNet> m_net;
};

} // namespace

FinderWeights readFinderWeights(const QByteArray &bytes)
{
    const auto net = readNet<FinderNet>(bytes);
    FinderWeights weights{meanOf(dlib::input_layer(*net)), windowOf(*net), overlapOf(*net), {}};
    std::vector<float> none;
    dlib::visit_computational_layers(*net, Collector(weights.convolutions, none));
    return weights;
}

DescriberWeights readDescriberWeights(const QByteArray &bytes)
{
    const auto net = readNet<DescriberNet>(bytes);
    DescriberWeights weights{meanOf(dlib::input_layer(*net)), {}, {}};
    dlib::visit_computational_layers(*net, Collector(weights.convolutions, weights.projection));
    return weights;
}

std::unique_ptr<Finder> makeDlibFinder(const QByteArray &bytes)
{
    return std::make_unique<DlibFinder>(bytes);
}

std::unique_ptr<Describer> makeDlibDescriber(const QByteArray &bytes)
{
    return std::make_unique<DlibDescriber>(bytes);
}

} // namespace likeness::face

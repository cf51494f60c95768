// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/metrics.h"

namespace backoffice {

namespace {

QByteArray labels(const QByteArray& method, const QString& resource, const QByteArray& more = {})
{
    const QByteArray path = resource.isEmpty() ? QByteArray("none") : '/' + resource.toUtf8();
    return "{method=\"" + method + "\",resource=\"" + path + '"' + more + '}';
}

QByteArray head(const QByteArray& name, const QByteArray& type, const QByteArray& help)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

QByteArray line(const QByteArray& name, const QByteArray& labels, double value)
{
    return name + labels + ' ' + QByteArray::number(value, 'g', 12) + '\n';
}

} // namespace

void Metrics::note(const RequestSeen& seen)
{
    const double ms = double(seen.took.count()) / 1000;
    const std::scoped_lock lock(m_guard);
    // What is no method of ours would make a line for each word somebody invents.
    Resource& resource = m_resources[{seen.resource.isEmpty() ? QByteArray("ANY") : seen.method, seen.resource}];
    ++resource.statuses[seen.status];
    ++resource.count;
    resource.seconds += ms / 1000;
    for (std::size_t i = 0; i < BucketsMs.size(); ++i) {
        if (ms <= BucketsMs[i]) {
            ++resource.buckets[i];
            break;
        }
    }
}

QByteArray Metrics::text() const
{
    const std::scoped_lock lock(m_guard);
    QByteArray text = head("yichuang_start_time_seconds", "gauge", "When the process began, since 1970.");
    text += line("yichuang_start_time_seconds", {},
                 double(std::chrono::duration_cast<std::chrono::seconds>(m_since.time_since_epoch()).count()));
    text += head("yichuang_event_streams", "gauge", "Who listens to events now.");
    text += line("yichuang_event_streams", {}, m_streams);
    text += head("yichuang_requests_total", "counter", "Requests answered.");
    for (const auto& [key, resource] : m_resources) {
        for (const auto& [status, count] : resource.statuses)
            text += line("yichuang_requests_total", labels(key.first, key.second, ",status=\"" + QByteArray::number(status) + '"'),
                         double(count));
    }
    text += head("yichuang_request_duration_seconds", "histogram", "How long an answer took.");
    const QByteArray name = "yichuang_request_duration_seconds";
    for (const auto& [key, resource] : m_resources) {
        quint64 sum = 0;
        for (std::size_t i = 0; i < BucketsMs.size(); ++i) {
            sum += resource.buckets[i];
            text += line(name + "_bucket", labels(key.first, key.second, ",le=\"" + QByteArray::number(BucketsMs[i] / 1000.0) + '"'),
                         double(sum));
        }
        text += line(name + "_bucket", labels(key.first, key.second, ",le=\"+Inf\""), double(resource.count));
        text += line(name + "_sum", labels(key.first, key.second), resource.seconds);
        text += line(name + "_count", labels(key.first, key.second), double(resource.count));
    }
    return text;
}

} // namespace backoffice

// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/numberlease.h"

#include "app/core/uuid7.h"
#include "app/store/numbers.h"

using namespace Qt::StringLiterals;

namespace syncing {

NumberLease::NumberLease(ApiClient& api, std::shared_ptr<store::Store> store) : m_api(api), m_store(std::move(store)) {}

QFuture<core::Result<qint64>> NumberLease::topUp(qint64 minimum, int block)
{
    return m_store->read([](store::Session& session) { return store::numbersLeft(session); })
        .then(this,
              [this, minimum, block](const core::Result<qint64>& left) {
                  return left && *left < minimum ? lease(block) : QtFuture::makeReadyFuture(left);
              })
        .unwrap();
}

QFuture<core::Result<qint64>> NumberLease::lease(int block)
{
    if (m_requestId.isEmpty())
        m_requestId = core::idText(core::newId());
    return m_api.call(ApiCall::post(u"number-blocks"_s, {{u"id"_s, m_requestId}, {u"count"_s, block}}))
        .then(this,
              [this](const ApiResult& reply) -> QFuture<core::Result<qint64>> {
                  const bool answered =
                      reply || (reply.error().kind != core::ErrorKind::Offline && reply.error().kind != core::ErrorKind::Timeout &&
                                reply.error().kind != core::ErrorKind::Busy);
                  if (answered)
                      m_requestId.clear();
                  if (!reply)
                      return QtFuture::makeReadyFuture(core::Result<qint64>(tl::unexpected(reply.error())));
                  const QJsonObject json = reply->json();
                  const store::NumberBlock leased{json[u"id"_s].toString(), json[u"prefix"_s].toString(), json[u"digits"_s].toInt(6),
                                                  json[u"first"_s].toInteger(), json[u"last"_s].toInteger(-1)};
                  return m_store->write([leased](store::Session& session) {
                      return store::addNumberBlock(session, leased).and_then([&] { return store::numbersLeft(session); });
                  });
              })
        .unwrap();
}

} // namespace syncing

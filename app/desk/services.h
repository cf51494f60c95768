// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/documents/paperrenderer.h"
#include "app/print/paperoutput.h"
#include "app/sync/courier.h"
#include "app/sync/eventstream.h"
#include "app/sync/numberlease.h"
#include "app/sync/queueclient.h"
#include "app/sync/reference.h"
#include "app/sync/signin.h"

namespace desk {

/// What the composition gives to the desk; everything outlives it.
struct Services
{
    std::shared_ptr<store::Store> store;
    std::shared_ptr<syncing::ServerClock> clock;
    syncing::ApiClient& api;
    syncing::SignIn& signIn;
    syncing::Reference& reference;
    syncing::NumberLease& numbers;
    syncing::Courier& courier;
    syncing::EventStream& events;
    syncing::QueueClient& queue;
    std::shared_ptr<const documents::PaperRenderer> renderer;
    std::shared_ptr<print::PaperOutput> output;
};

} // namespace desk

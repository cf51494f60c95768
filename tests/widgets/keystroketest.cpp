// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// How many keys the commonest intake takes where the hall has ten thousand items and the clerk has never had this one.

#include "app/backoffice/catalogueimport.h"
#include "app/desk/itemmodel.h"
#include "app/desk/paperdesk.h"
#include "app/desk/readerdesk.h"
#include "app/desk/stackdesk.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "tests/support/counter.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int Many = 10'000;
constexpr int Visits = 20;
constexpr int MostKeys = 15;
constexpr QChar Made = u'K';    // begins the codes of those made here
constexpr int RowsInSight = 7;  // of the items found
constexpr double Nearly = 0.98; // of all items: the rest share their initials with too many others
constexpr quint32 Seed = 1;     // another one: YICHUANG_SEED

// Every trade with every matter: closer to each other than a real hall's items are.
constexpr auto Trades = u"食品 药品 农药 兽药 种子 种畜 饲料 化肥 烟草 食盐 粮食 棉花 茶叶 酒类 乳品 肉类 水产 蔬菜 水果 花卉 "
                        "苗木 木材 竹材 家具 纸张 印刷 图书 报刊 音像 电影 电视 广播 演出 游戏 网吧 歌舞 旅游 旅馆 餐饮 游泳 "
                        "美容 美发 洗浴 足浴 健身 体育 射击 攀岩 滑雪 潜水 赛马 棋牌 彩票 典当 拍卖 租赁 担保 小贷 保险 证券 "
                        "期货 信托 基金 外汇 黄金 珠宝 文物 古玩 字画 钟表 眼镜 医疗 牙科 中医 针灸 推拿 助产 血站 疫苗 消毒 "
                        "殡葬 养老 托育 家政 保安 保洁 物业 房产 装修 建筑 钢材 水泥 玻璃 陶瓷 砂石 沥青 涂料 防水 电梯 锅炉 "
                        "起重 叉车 索道 管道 燃气 石油 煤炭 电力 光伏 风电 水电 核电 供热 供水 排水 污水 垃圾 危废 废油 废铁 "
                        "矿山 采石 冶金 铸造 锻造 电镀 焊接 机床 模具 轴承 齿轮 阀门 水泵 电机 电缆 电池 灯具 家电 手机 电脑 "
                        "软件 芯片 通信 卫星 雷达 导航 测绘 气象 地震 海洋 渔业 船舶 港口 码头 航道 引航 海事 航空 机场 飞艇 "
                        "无人机 铁路 地铁 公交 出租车 网约车 货运 客运 驾校 汽车 摩托 电动车 自行车 轮胎 加油站 停车场 洗车 快递 邮政 仓库 "
                        "冷链 外贸 海关 报关 电商 直播 广告 会展 咨询 法律 公证 仲裁 鉴定 审计 会计 税务 评估 招标 采购 监理 "
                        "勘察 设计 造价 规划 园林 绿化 林场 草原 湿地 湖泊 河道 水库 灌溉 沼气 农机 畜牧 家禽 养蜂 蚕桑 屠宰 "
                        "皮革 毛皮 纺织 印染 服装 鞋帽 玩具 文具 乐器 烟花 民爆 枪支 剧毒 易制毒 放射 辐射 实验动物 生物 基因 干细胞 "
                        "学校 幼儿园 培训 留学 考试 翻译 宗教 社团 慈善 志愿";
constexpr auto Matters = u"生产许可 经营许可 经营备案 从业资格认定 企业设立审批 企业资质认定 场所卫生许可 场所消防验收 项目立项备案 "
                         "项目环评审批 项目竣工验收 用地预审 用水许可 排污许可 运输许可 进口许可 出口许可 广告审批 价格备案 "
                         "质量检验申请 标准备案 计量检定 专利资助 补贴申领 贷款贴息申请 奖励申报 技能鉴定 培训机构审批 检测机构认定 "
                         "安全评价备案 应急预案备案 仓储许可 拍卖许可 展销备案 合同登记 商标资助 示范基地认定 协会成立登记 实验室备案 "
                         "职称评审";

/// The training hall's items and many more, made from one of them that a person brings three papers for.
QJsonObject largeCatalogue()
{
    QJsonObject catalogue = QJsonDocument::fromJson(training::hallCatalogue()).object();
    const QJsonArray few = catalogue[u"items"_s].toArray();
    QJsonObject item;
    for (const QJsonValue& one : few) {
        if (one[u"applicantKinds"_s] == QJsonArray{u"person"_s} && one[u"materials"_s].toArray().size() == 3)
            item = one.toObject();
    }
    QJsonArray codes;
    const QJsonArray materials = item[u"materials"_s].toArray();
    for (const QJsonValue& material : materials)
        codes.append(material[u"code"_s]);
    item[u"scenarios"_s] = QJsonArray{QJsonObject{{u"code"_s, u"new"_s}, {u"name"_s, u"新办"_s}, {u"materials"_s, codes}},
                                      QJsonObject{{u"code"_s, u"change"_s}, {u"name"_s, u"变更"_s}, {u"materials"_s, codes}}};
    for (const QString& key : {u"aliases"_s, u"pinyin"_s, u"initials"_s})
        item[key] = QJsonArray(); // the import knows how they are read
    QJsonArray items = few;
    const QStringList trades = QString::fromUtf16(Trades).split(u' ');
    const QStringList matters = QString::fromUtf16(Matters).split(u' ');
    for (const QString& trade : trades) {
        for (const QString& matter : matters) {
            if (items.size() == Many)
                break;
            item[u"code"_s] = u"%1%2"_s.arg(Made).arg(items.size(), 8, 10, QChar(u'0'));
            item[u"name"_s] = QString(trade + matter);
            items.append(item);
        }
    }
    catalogue[u"items"_s] = items;
    return catalogue;
}

/// Counts keys as they are let go, so that Shift under another key counts as well.
class KeyCount : public QObject
{
public:
    int keys = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched->isWindowType() && event->type() == QEvent::KeyRelease)
            ++keys;
        return false;
    }
};

} // namespace

class KeystrokeTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void anItemNeverHadBeforeIsTakenInWithFewKeys();

private:
    struct Search
    {
        QString letters; ///< empty: it does not come into sight
        int down = 0;
        [[nodiscard]] qsizetype keys() const { return letters.isEmpty() ? 1000 : letters.size() + down; }
    };

    void bringManyItems();
    [[nodiscard]] Search searchFor(const core::ServiceItem& item);
    void takeIn(const core::ServiceItem& item, const training::Person& person);

    std::unique_ptr<desk::ItemModel> m_list; ///< as the window shows it
    QHash<QString, QStringList> m_found;     ///< codes in sight by what was typed
    KeyCount m_count;
};

/// As a hall does it: the items are imported, and the window has them once somebody signs in.
void KeystrokeTest::bringManyItems()
{
    const backoffice::Database database(m_folder->filePath(u"hall/backoffice.sqlite"_s));
    const auto imported = backoffice::importCatalogue(database, largeCatalogue());
    QVERIFY(imported);
    QVERIFY2(imported->faults.isEmpty(), qPrintable(imported->faults.isEmpty() ? QString() : imported->faults[0].text()));
    QCOMPARE(imported->items, Many);
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!m_client->desks().day.isSignedIn());
    m_hands->type(u"training"_s);
    m_hands->press(Qt::Key_F12);
    const desk::WorkDay& day = m_client->desks().day;
    QTRY_VERIFY_WITH_TIMEOUT(day.isSignedIn() && day.catalogue() && day.catalogue()->items().size() == Many, 60'000);
}

/// The fewest keys for somebody who knows the name: its first initials, and arrow keys once it is in sight.
KeystrokeTest::Search KeystrokeTest::searchFor(const core::ServiceItem& item)
{
    Search best;
    const QString initials = item.initials.constFirst();
    for (qsizetype length = 1; length <= initials.size() && length < best.keys(); ++length) {
        const QString letters = initials.first(length);
        auto found = m_found.find(letters);
        if (found == m_found.end()) {
            found = m_found.insert(letters, {});
            m_list->setQuery(letters);
            for (int row = 0; row < std::min(RowsInSight, m_list->rowCount()); ++row)
                found->append(m_list->index(row).data(desk::ItemModel::CodeRole).toString());
        }
        const auto row = found->indexOf(item.code);
        if (row >= 0 && length + row < best.keys())
            best = {letters, int(row)};
    }
    return best;
}

/// From the card to the papers.
void KeystrokeTest::takeIn(const core::ServiceItem& item, const training::Person& person)
{
    const Search search = searchFor(item);
    QVERIFY2(!search.letters.isEmpty(), qPrintable(item.name));
    intake().beginVisit(std::nullopt);
    QTRY_COMPARE(m_hands->focus(), u"QLineEdit"_s);
    desk::ReaderDesk& reader = m_client->desks().reader;
    Q_EMIT reader.cardRead(desk::holderFrom(person.card, m_client->desks().day.today()));
    QCOMPARE(intake().draft().applicant.name, person.card.name);

    m_count.keys = 0;
    m_hands->type(search.letters);
    for (int row = 0; row < search.down; ++row)
        m_hands->press(Qt::Key_Down);
    m_hands->press(Qt::Key_Return);
    QCOMPARE(intake().draft().itemCode, item.code);
    m_hands->press(Qt::Key_1); // the scenario
    QCOMPARE(m_hands->focus(), u"MaskedEdit"_s);
    const int known = m_count.keys;
    m_hands->type(person.phone);
    QCOMPARE(intake().draft().applicant.phone, person.phone);
    m_count.keys = known; // nobody can spare these
    // The worst of stacks: no separators, no titles that a machine could read. It is scanned from whatever field has the focus.
    QList<QByteArray> stack;
    const auto materials = intake().materials();
    for (qsizetype page = 0; page < materials.size(); ++page)
        stack.append(training::paintPaper(u"——"_s, item.code, int(page) + 1));
    m_scanner->loadPaper(stack);
    m_hands->press(Qt::Key_F9, Qt::ShiftModifier);
    const desk::StackDesk& sorter = m_client->desks().stack;
    QTRY_COMPARE_WITH_TIMEOUT(sorter.waiting().size(), materials.size(), 30'000);
    QTRY_COMPARE(m_hands->focus(), u"QListView"_s); // it opens by itself
    for (int digit = Qt::Key_1; digit < Qt::Key_1 + materials.size(); ++digit)
        m_hands->press(digit);
    for (const core::MaterialRequirement& material : materials)
        QCOMPARE(intake().draft().materials.value(material.code).pages.size(), 1);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QCOMPARE(intake().record()->state, core::CaseState::Accepted);
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
}

void KeystrokeTest::anItemNeverHadBeforeIsTakenInWithFewKeys()
{
    bringManyItems();
    m_list = std::make_unique<desk::ItemModel>(m_client->desks().day);
    qApp->installEventFilter(&m_count);
    const auto catalogue = m_client->desks().day.catalogue();
    const quint32 seed = qEnvironmentVariable("YICHUANG_SEED", QString::number(Seed)).toUInt();
    QRandomGenerator random(seed);
    QSet<qsizetype> drawn;
    QStringList tooMany;
    QMap<int, int> visits;
    int besides = 0; // everything but the search is the same for all items
    while (drawn.size() < Visits && !QTest::currentTestFailed()) {
        const qsizetype at = random.bounded(Many);
        const core::ServiceItem& item = catalogue->items()[at];
        if (drawn.contains(at) || !item.code.startsWith(Made))
            continue;
        takeIn(item, training::people()[drawn.size() % training::people().size()]);
        drawn.insert(at);
        ++visits[m_count.keys];
        besides = m_count.keys - int(searchFor(item).keys());
        if (m_count.keys > MostKeys)
            tooMany.append(u"%1 (%2): %3"_s.arg(item.name, item.initials.constFirst()).arg(m_count.keys));
    }
    qApp->removeEventFilter(&m_count);
    if (QTest::currentTestFailed())
        return;
    QMap<int, int> all;
    int few = 0;
    for (const core::ServiceItem& item : catalogue->items()) {
        if (!item.code.startsWith(Made))
            continue;
        const int keys = besides + int(searchFor(item).keys());
        ++all[std::min(keys, 1000)];
        few += keys <= MostKeys ? 1 : 0;
    }
    m_list.reset();
    qInfo() << "seed" << seed << "keys:visits" << visits;
    qInfo() << "as the search answers, keys:items" << all << "(1000: not in sight)";
    QVERIFY2(tooMany.isEmpty(), qPrintable(tooMany.join(u'\n')));
    QVERIFY(few >= std::accumulate(all.cbegin(), all.cend(), 0) * Nearly);
}

QTEST_MAIN(KeystrokeTest)
#include "keystroketest.moc"

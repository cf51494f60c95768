<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>desk</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::CasesModel</name>
    <message numerus="yes">
        <source>To be sent, tried %n time(s)</source>
        <translation>
            <numerusform>To be sent, tried once</numerusform>
            <numerusform>To be sent, tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::ItemModel</name>
    <message numerus="yes">
        <source>%1&#x3000;·&#x3000;%n item(s)</source>
        <translation>
            <numerusform>%1&#x3000;·&#x3000;%n item</numerusform>
            <numerusform>%1&#x3000;·&#x3000;%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::AgeLabel</name>
    <message numerus="yes">
        <source>Data %n s old</source>
        <translation>
            <numerusform>Data %n s old</numerusform>
            <numerusform>Data %n s old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data %n min old</source>
        <translation>
            <numerusform>Data %n min old</numerusform>
            <numerusform>Data %n min old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::AlertPane</name>
    <message numerus="yes">
        <source>%n receipt(s) unanswered</source>
        <translation>
            <numerusform>%n receipt unanswered</numerusform>
            <numerusform>%n receipts unanswered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s)</source>
        <translation>
            <numerusform>%n more waits</numerusform>
            <numerusform>%n more wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::BoardPage</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CallBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CameraPane</name>
    <message numerus="yes">
        <source>%n page(s) taken</source>
        <translation>
            <numerusform>%n page taken</numerusform>
            <numerusform>%n pages taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CasePane</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ClassList</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ClassPane</name>
    <message numerus="yes">
        <source>missed %n time(s)</source>
        <translation>
            <numerusform>missed once</numerusform>
            <numerusform>missed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FollowUpPane</name>
    <message numerus="yes">
        <source>%n bad evaluation(s) to follow up</source>
        <translation>
            <numerusform>%n bad evaluation to follow up</numerusform>
            <numerusform>%n bad evaluations to follow up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::GrantStrip</name>
    <message numerus="yes">
        <source>%n material(s) deferred, more than the item allows</source>
        <translation>
            <numerusform>%n material deferred, more than the item allows</numerusform>
            <numerusform>%n materials deferred, more than the item allows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s)</source>
        <translation>
            <numerusform>%n more waits</numerusform>
            <numerusform>%n more wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::GuideSheet</name>
    <message numerus="yes">
        <source>by law %n working day(s)</source>
        <translation>
            <numerusform>by law %n working day</numerusform>
            <numerusform>by law %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promised in %n working day(s)</source>
        <translation>
            <numerusform>promised in %n working day</numerusform>
            <numerusform>promised in %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secondary material(s) may be deferred</source>
        <translation>
            <numerusform>%n secondary material may be deferred</numerusform>
            <numerusform>%n secondary materials may be deferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::HallPane</name>
    <message numerus="yes">
        <source>%n thing(s) to do now: Esc</source>
        <translation>
            <numerusform>%n thing to do now: Esc</numerusform>
            <numerusform>%n things to do now: Esc</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::IntakePage</name>
    <message numerus="yes">
        <source>All %n page(s) are in their places.</source>
        <translation>
            <numerusform>%n page is in its place.</numerusform>
            <numerusform>All %n pages are in their places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) taken from the file.</source>
        <translation>
            <numerusform>%n page taken from the file.</numerusform>
            <numerusform>%n pages taken from the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank page(s) taken out. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n blank page taken out. Ctrl+Z brings it back.</numerusform>
            <numerusform>%n blank pages taken out. Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) printed from the scan.</source>
        <translation>
            <numerusform>%n sheet printed from the scan.</numerusform>
            <numerusform>%n sheets printed from the scan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ItemBand</name>
    <message numerus="yes">
        <source>promised in %n working day(s)</source>
        <translation>
            <numerusform>promised in %n working day</numerusform>
            <numerusform>promised in %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secondary material(s) may be deferred</source>
        <translation>
            <numerusform>%n secondary material may be deferred</numerusform>
            <numerusform>%n secondary materials may be deferred</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message numerus="yes">
        <source>The last draft is open again; %n more stand under Today (Ctrl+5).</source>
        <translation>
            <numerusform>The last draft is open again; %n more stands under Today (Ctrl+5).</numerusform>
            <numerusform>The last draft is open again; %n more stand under Today (Ctrl+5).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n now.</source>
        <translation>
            <numerusform>Sending %n now.</numerusform>
            <numerusform>Sending %n now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The papers of %n earlier case(s) were never printed.</source>
        <translation>
            <numerusform>The papers of %n earlier case were never printed.</numerusform>
            <numerusform>The papers of %n earlier cases were never printed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) need not be brought: Space on the line uses what is held.</source>
        <translation>
            <numerusform>%n material need not be brought: Space on the line uses what is held.</numerusform>
            <numerusform>%n materials need not be brought: Space on the line uses what is held.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::MaterialBand</name>
    <message numerus="yes">
        <source>%n unsorted · Alt+6</source>
        <translation>
            <numerusform>%n unsorted · Alt+6</numerusform>
            <numerusform>%n unsorted · Alt+6</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::MaterialDelegate</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::PeriodBar</name>
    <message numerus="yes">
        <source>At most %n day(s), the first one first</source>
        <translation>
            <numerusform>At most %n day, the first one first</numerusform>
            <numerusform>At most %n days, the first one first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::QueueForm</name>
    <message numerus="yes">
        <source>One of %n answers, by digit</source>
        <translation>
            <numerusform>The only answer, by digit</numerusform>
            <numerusform>One of %n answers, by digit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::QueuePanel</name>
    <message numerus="yes">
        <source>%n finished since the start</source>
        <translation>
            <numerusform>%n finished since the start</numerusform>
            <numerusform>%n finished since the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without the back office this window can call %n number(s)</source>
        <translation>
            <numerusform>Without the back office this window can call %n number</numerusform>
            <numerusform>Without the back office this window can call %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ShiftPane</name>
    <message numerus="yes">
        <source>%n case(s) taken in today</source>
        <translation>
            <numerusform>%n case taken in today</numerusform>
            <numerusform>%n cases taken in today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) not finished</source>
        <translation>
            <numerusform>%n draft not finished</numerusform>
            <numerusform>%n drafts not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that the back office did not take: look at them under Today</source>
        <translation>
            <numerusform>%n thing that the back office did not take: look at them under Today</numerusform>
            <numerusform>%n things that the back office did not take: look at them under Today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait to be sent</source>
        <translation>
            <numerusform>%n thing wait to be sent</numerusform>
            <numerusform>%n things wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The back office has the same %n case(s)</source>
        <translation>
            <numerusform>The back office has the same %n case</numerusform>
            <numerusform>The back office has the same %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) not finished</source>
        <translation>
            <numerusform>%n ticket not finished</numerusform>
            <numerusform>%n tickets not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enquiry(ies) answered</source>
        <translation>
            <numerusform>%n enquiry answered</numerusform>
            <numerusform>%n enquiryies answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a checklist</source>
        <translation>
            <numerusform>%n with a checklist</numerusform>
            <numerusform>%n with a checklist</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::StackPane</name>
    <message numerus="yes">
        <source>%n page(s) to confirm</source>
        <translation>
            <numerusform>%n page to confirm</numerusform>
            <numerusform>%n pages to confirm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::StatisticsPage</name>
    <message numerus="yes">
        <source>Data %n s old</source>
        <translation>
            <numerusform>Data %n s old</numerusform>
            <numerusform>Data %n s old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data %n min old</source>
        <translation>
            <numerusform>Data %n min old</numerusform>
            <numerusform>Data %n min old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::StatisticsWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>limit %n min</source>
        <translation>
            <numerusform>limit %n min</numerusform>
            <numerusform>limit %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TicketPane</name>
    <message numerus="yes">
        <source>%n before, wait %1</source>
        <translation>
            <numerusform>%n before, wait %1</numerusform>
            <numerusform>%n before, wait %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n before, no window is open for it yet</source>
        <translation>
            <numerusform>%n before, no window is open for it yet</numerusform>
            <numerusform>%n before, no window is open for it yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::VerdictPanel</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) not needed this time</source>
        <translation>
            <numerusform>%n paper not needed this time</numerusform>
            <numerusform>%n papers not needed this time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::WindowGrid</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::WindowPane</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pause(s) today</source>
        <translation>
            <numerusform>%n pause today</numerusform>
            <numerusform>%n pauses today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other window(s)</source>
        <translation>
            <numerusform>%n other window</numerusform>
            <numerusform>%n other windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished today</source>
        <translation>
            <numerusform>%n finished today</numerusform>
            <numerusform>%n finished today</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>HallProgram</name>
    <message>
        <source>Sign in and show the hall</source>
        <translation>登录并显示大厅屏</translation>
    </message>
    <message>
        <source>Once: this screen keeps its account sealed and signs in by itself from then on. Any window of the hall will do.</source>
        <translation>只需登录一次：账号加密保存在本机，以后开机自动登录。窗口填本大厅任一窗口号即可。</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>An ID number has 18 characters; this one has %1.</source>
        <translation>身份证号应为 18 位，现在是 %1 位。</translation>
    </message>
    <message>
        <source>Check it against the card.</source>
        <translation>请对照证件核对。</translation>
    </message>
    <message>
        <source>An ID number has digits only, with an X at most at the end.</source>
        <translation>身份证号只能是数字，末位可以是 X。</translation>
    </message>
    <message>
        <source>The date of birth in this ID number does not exist.</source>
        <translation>身份证号里的出生日期不存在。</translation>
    </message>
    <message>
        <source>Check digits 7 to 14.</source>
        <translation>请核对第 7 至 14 位。</translation>
    </message>
    <message>
        <source>The date of birth in this ID number lies in the future.</source>
        <translation>身份证号里的出生日期在今天之后。</translation>
    </message>
    <message>
        <source>The last character does not fit this ID number: one character is wrong.</source>
        <translation>身份证号校验不符，有一位录错了。</translation>
    </message>
    <message>
        <source>Check it against the card, or read the card with F5.</source>
        <translation>请对照证件核对，或按 F5 读卡。</translation>
    </message>
    <message>
        <source>A credit code has 18 characters; this one has %1.</source>
        <translation>统一社会信用代码应为 18 位，现在是 %1 位。</translation>
    </message>
    <message>
        <source>Check it against the licence.</source>
        <translation>请对照营业执照核对。</translation>
    </message>
    <message>
        <source>A credit code has no letters I, O, S, V and Z.</source>
        <translation>统一社会信用代码不含字母 I、O、S、V、Z。</translation>
    </message>
    <message>
        <source>The last character does not fit this credit code: one character is wrong.</source>
        <translation>统一社会信用代码校验不符，有一位录错了。</translation>
    </message>
    <message>
        <source>A permanent residence card has 15 characters, or 18 beginning with 9.</source>
        <translation>永久居留身份证号为 15 位，或以 9 开头的 18 位。</translation>
    </message>
    <message>
        <source>The certificate number is missing or too long.</source>
        <translation>证件号码没有填或过长。</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>电话号码不对。</translation>
    </message>
    <message>
        <source>11 digits for a mobile, area code and number for a landline.</source>
        <translation>手机 11 位；座机填区号和号码。</translation>
    </message>
    <message>
        <source>Still to be filled in.</source>
        <translation>还没有填。</translation>
    </message>
    <message>
        <source>The working-day calendar does not reach %1, so no deadline can be printed.</source>
        <translation>工作日历没有 %1 年的，无法算出期限。</translation>
    </message>
    <message>
        <source>Ask the administrator to publish the new calendar.</source>
        <translation>请管理员发布新日历。</translation>
    </message>
    <message>
        <source>A calendar with a wrong signature was refused; the one before stays in force.</source>
        <translation>收到的日历签名不对，未采用，仍按原日历办理。</translation>
    </message>
    <message>
        <source>Tell the administrator.</source>
        <translation>请告知管理员。</translation>
    </message>
    <message>
        <source>The new catalogue has %1 faults and was refused; the one before stays in force.</source>
        <translation>新的事项目录有 %1 处错误，未采用，仍按原目录办理。</translation>
    </message>
    <message>
        <source>Tell the administrator (%2).</source>
        <translation>请告知管理员（%2）。</translation>
    </message>
    <message>
        <source>There is no catalogue of service items yet.</source>
        <translation>还没有事项目录。</translation>
    </message>
    <message>
        <source>It comes by itself once the back office can be reached.</source>
        <translation>连上后台后自动取得。</translation>
    </message>
    <message>
        <source>The key of this machine&apos;s store cannot be read.</source>
        <translation>本机数据的密钥读不出来。</translation>
    </message>
    <message>
        <source>Unlock the keyring and start again.</source>
        <translation>请解锁系统密钥环后重新启动。</translation>
    </message>
    <message>
        <source>The passphrase of this machine&apos;s store is wrong.</source>
        <translation>本机数据的口令不对。</translation>
    </message>
    <message>
        <source>Try again, or ask the administrator.</source>
        <translation>请重试或联系管理员。</translation>
    </message>
    <message>
        <source>The key file of this machine&apos;s store is damaged.</source>
        <translation>本机数据的密钥文件已损坏。</translation>
    </message>
    <message>
        <source>Nothing is lost: the administrator can recover the key.</source>
        <translation>数据没有丢，管理员可以恢复密钥。</translation>
    </message>
    <message>
        <source>The keyring no longer has the key of this machine&apos;s store.</source>
        <translation>系统密钥环里找不到本机数据的密钥。</translation>
    </message>
    <message>
        <source>The disk is full: what you typed is still here but not saved.</source>
        <translation>磁盘已满：录入的内容还在屏幕上，但没有存盘。</translation>
    </message>
    <message>
        <source>Free some space; it is saved with the next key.</source>
        <translation>请腾出空间，再按任意键录入即自动保存。</translation>
    </message>
    <message>
        <source>The store is busy.</source>
        <translation>本机数据正忙。</translation>
    </message>
    <message>
        <source>Press the key again.</source>
        <translation>请再按一次。</translation>
    </message>
    <message>
        <source>This machine&apos;s store is damaged.</source>
        <translation>本机数据已损坏。</translation>
    </message>
    <message>
        <source>Stop working here and call the administrator.</source>
        <translation>请停用本机并联系管理员。</translation>
    </message>
    <message>
        <source>A stored record fails its check.</source>
        <translation>有一条记录校验不通过。</translation>
    </message>
    <message>
        <source>Call the administrator.</source>
        <translation>请联系管理员。</translation>
    </message>
    <message>
        <source>This is stored already.</source>
        <translation>已经存过了。</translation>
    </message>
    <message>
        <source>The store was written by a newer version of this program.</source>
        <translation>本机数据由更新的版本写入。</translation>
    </message>
    <message>
        <source>Install the newer version again.</source>
        <translation>请装回新版本。</translation>
    </message>
    <message>
        <source>The store could not be read or written.</source>
        <translation>本机数据读写失败。</translation>
    </message>
    <message>
        <source>Press the key again; if it stays so, call the administrator.</source>
        <translation>请再按一次；仍不行请联系管理员。</translation>
    </message>
    <message>
        <source>The disk is full: this page was not taken.</source>
        <translation>磁盘已满：这一页没有收下。</translation>
    </message>
    <message>
        <source>Free some space and scan it again with F9.</source>
        <translation>请腾出空间，再按 F9 重扫。</translation>
    </message>
    <message>
        <source>This page could not be stored.</source>
        <translation>这一页没能存下。</translation>
    </message>
    <message>
        <source>Scan it again with F9.</source>
        <translation>请按 F9 重扫。</translation>
    </message>
    <message>
        <source>A page file is missing on this machine.</source>
        <translation>本机缺少一个页面文件。</translation>
    </message>
    <message>
        <source>Call the administrator; do not scan over it.</source>
        <translation>请联系管理员，先不要重扫。</translation>
    </message>
    <message>
        <source>This page came damaged and was not taken.</source>
        <translation>这一页传坏了，没有收下。</translation>
    </message>
    <message>
        <source>This page is too large.</source>
        <translation>这一页过大。</translation>
    </message>
    <message>
        <source>Scan it again at 300 dpi.</source>
        <translation>请按 300 dpi 重扫。</translation>
    </message>
    <message>
        <source>There is no material to scan for yet.</source>
        <translation>还没有可扫描的材料。</translation>
    </message>
    <message>
        <source>Choose the item first (Ctrl+K).</source>
        <translation>请先选事项（Ctrl+K）。</translation>
    </message>
    <message>
        <source>There is no paper in the scanner.</source>
        <translation>扫描仪里没有纸。</translation>
    </message>
    <message>
        <source>Put the papers in and press F9.</source>
        <translation>放好纸后按 F9。</translation>
    </message>
    <message>
        <source>Paper jam. %1 pages have arrived and are kept.</source>
        <translation>卡纸了，已收下 %1 页。</translation>
    </message>
    <message>
        <source>Clear it and scan the rest with F9.</source>
        <translation>清除卡纸后按 F9 接着扫。</translation>
    </message>
    <message>
        <source>The scanner&apos;s cover is open. %1 pages are kept.</source>
        <translation>扫描仪盖子没关，已收下 %1 页。</translation>
    </message>
    <message>
        <source>Close it and press F9.</source>
        <translation>关好后按 F9。</translation>
    </message>
    <message>
        <source>The scanner is in use.</source>
        <translation>扫描仪正被占用。</translation>
    </message>
    <message>
        <source>Press F9 again in a moment.</source>
        <translation>请稍候再按 F9。</translation>
    </message>
    <message>
        <source>The last page came incomplete and was not taken; %1 pages before it are kept.</source>
        <translation>最后一页不完整，没有收下；之前的 %1 页已收下。</translation>
    </message>
    <message>
        <source>Put it in again and press F9.</source>
        <translation>请把这一页重新放入，按 F9。</translation>
    </message>
    <message>
        <source>Check its power and cable, then press F9.</source>
        <translation>请检查电源和连线，再按 F9。</translation>
    </message>
    <message>
        <source>Switch it off and on, then press F9.</source>
        <translation>请关开一次电源，再按 F9。</translation>
    </message>
    <message>
        <source>No card lies on the reader.</source>
        <translation>读卡器上没有身份证。</translation>
    </message>
    <message>
        <source>Lay the card down; it is read by itself.</source>
        <translation>放上身份证即自动读取。</translation>
    </message>
    <message>
        <source>The card could not be read.</source>
        <translation>身份证没读出来。</translation>
    </message>
    <message>
        <source>Lay it flat in the middle and leave it there.</source>
        <translation>请平放在中间，不要移动。</translation>
    </message>
    <message>
        <source>This is not an identity card that the reader knows.</source>
        <translation>读卡器不认识这种证件。</translation>
    </message>
    <message>
        <source>Type the certificate in by hand.</source>
        <translation>请手工录入。</translation>
    </message>
    <message>
        <source>The card reader reports a fault.</source>
        <translation>读卡器报错。</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again.</source>
        <translation>请拔下重插。</translation>
    </message>
    <message>
        <source>The card reader does not answer.</source>
        <translation>读卡器没有响应。</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or type by hand.</source>
        <translation>请拔下重插，或手工录入。</translation>
    </message>
    <message>
        <source>The card reader sends damaged data; nothing was filled in.</source>
        <translation>读卡器传来的数据有误，没有填入。</translation>
    </message>
    <message>
        <source>Lay the card down again; check the cable if it stays so.</source>
        <translation>请重新放卡；仍不行请检查连线。</translation>
    </message>
    <message>
        <source>The card reader is unplugged.</source>
        <translation>读卡器没有连接。</translation>
    </message>
    <message>
        <source>Plug it in, or type by hand.</source>
        <translation>请接好读卡器，或手工录入。</translation>
    </message>
    <message>
        <source>There is no printer. The case is safe.</source>
        <translation>没有打印机。办件已存好。</translation>
    </message>
    <message>
        <source>Connect one and print with Ctrl+P.</source>
        <translation>接好打印机后按 Ctrl+P。</translation>
    </message>
    <message>
        <source>Printing failed. The case is safe.</source>
        <translation>打印失败。办件已存好。</translation>
    </message>
    <message>
        <source>Check the printer and press Ctrl+P.</source>
        <translation>请检查打印机，再按 Ctrl+P。</translation>
    </message>
    <message>
        <source>The papers could not be written to their folder. The case is safe.</source>
        <translation>文书没能写入文件夹。办件已存好。</translation>
    </message>
    <message>
        <source>Check the disk and press Ctrl+P.</source>
        <translation>请检查磁盘，再按 Ctrl+P。</translation>
    </message>
    <message>
        <source>There is no paper to print yet.</source>
        <translation>还没有可打印的文书。</translation>
    </message>
    <message>
        <source>A paper&apos;s template is faulty (%1).</source>
        <translation>文书模板有误（%1）。</translation>
    </message>
    <message>
        <source>The case is safe; tell the administrator.</source>
        <translation>办件已存好，请告知管理员。</translation>
    </message>
    <message>
        <source>A paper&apos;s template is missing (%1).</source>
        <translation>缺少文书模板（%1）。</translation>
    </message>
    <message>
        <source>The back office cannot be reached, and you have never signed in at this machine.</source>
        <translation>连不上后台，您也没有在本机登录过。</translation>
    </message>
    <message>
        <source>Check the network, or use the machine you know.</source>
        <translation>请检查网络，或到常用的机器登录。</translation>
    </message>
    <message>
        <source>The back office cannot be reached, and your last sign-in with it is too long ago.</source>
        <translation>连不上后台，距上次联网登录已太久。</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>请检查网络。</translation>
    </message>
    <message>
        <source>Without the back office you can sign in at %1 only, as last time.</source>
        <translation>离线时只能在上次的%1登录。</translation>
    </message>
    <message>
        <source>Number or password is wrong.</source>
        <translation>工号或密码不对。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>After five failures the account is locked for a while.</source>
        <translation>连错五次账号会暂时锁定。</translation>
    </message>
    <message>
        <source>There is no such window in your hall.</source>
        <translation>大厅里没有这个窗口。</translation>
    </message>
    <message>
        <source>Check the window number.</source>
        <translation>请核对窗口号。</translation>
    </message>
    <message>
        <source>Your sign-in has ended.</source>
        <translation>登录已失效。</translation>
    </message>
    <message>
        <source>Lock with Ctrl+L and sign in again; nothing is lost.</source>
        <translation>请按 Ctrl+L 锁定后重新登录，内容不会丢。</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>没有人等候。</translation>
    </message>
    <message>
        <source>You can take in an application without a ticket.</source>
        <translation>可以直接受理，不必叫号。</translation>
    </message>
    <message>
        <source>The window is paused.</source>
        <translation>窗口已暂停。</translation>
    </message>
    <message>
        <source>Resume with F8.</source>
        <translation>按 F8 恢复。</translation>
    </message>
    <message>
        <source>This ticket cannot do that now.</source>
        <translation>这个号现在不能这样操作。</translation>
    </message>
    <message>
        <source>A no-show needs a call and a short wait.</source>
        <translation>过号要先呼叫，并等候片刻。</translation>
    </message>
    <message>
        <source>The case was changed elsewhere meanwhile.</source>
        <translation>这件在别处已被修改。</translation>
    </message>
    <message>
        <source>You do not have the right to do that.</source>
        <translation>您没有这个权限。</translation>
    </message>
    <message>
        <source>Ask the supervisor.</source>
        <translation>请找值班主任。</translation>
    </message>
    <message>
        <source>The back office sent something that makes no sense.</source>
        <translation>后台返回的内容无法识别。</translation>
    </message>
    <message>
        <source>It is tried again by itself; nothing is lost.</source>
        <translation>稍后自动重试，内容不会丢。</translation>
    </message>
    <message>
        <source>The back office cannot be reached.</source>
        <translation>连不上后台。</translation>
    </message>
    <message>
        <source>You can go on taking in applications; they are sent later.</source>
        <translation>可以继续受理，联网后自动上传。</translation>
    </message>
    <message>
        <source>The back office does not answer.</source>
        <translation>后台没有响应。</translation>
    </message>
    <message>
        <source>Noted; the back office is told as soon as it can be reached.</source>
        <translation>已记下，联网后自动上报。</translation>
    </message>
    <message>
        <source>This cannot be accepted yet.</source>
        <translation>还不能受理。</translation>
    </message>
    <message>
        <source>The reasons stand on the right.</source>
        <translation>原因见右侧。</translation>
    </message>
    <message>
        <source>This application is not accepted yet.</source>
        <translation>这一件还没有受理。</translation>
    </message>
    <message>
        <source>Press F2 again to keep it as a draft and call the next.</source>
        <translation>再按一次 F2，存为草稿并呼叫下一位。</translation>
    </message>
    <message>
        <source>Choose the item</source>
        <translation>请选事项</translation>
    </message>
    <message>
        <source>Choose the scenario</source>
        <translation>请选办理情形</translation>
    </message>
    <message>
        <source>Not handled in this hall</source>
        <translation>不属于本大厅办理</translation>
    </message>
    <message>
        <source>Applicant not complete</source>
        <translation>申请人信息不全</translation>
    </message>
    <message>
        <source>All materials are here</source>
        <translation>材料齐全</translation>
    </message>
    <message>
        <source>Key materials complete</source>
        <translation>主件齐全</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can be put right here and now</source>
        <translation>「%1」可以当场更正</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not meet the requirements</source>
        <translation>「%1」不符合要求</translation>
    </message>
    <message>
        <source>&quot;%1&quot; missing; secondary, may be deferred</source>
        <translation>缺「%1」，次件，可容缺</translation>
    </message>
    <message>
        <source>&quot;%1&quot; missing; a key material is never deferred</source>
        <translation>缺「%1」，主件不能容缺</translation>
    </message>
    <message>
        <source>&quot;%1&quot; missing; this item knows no deferral</source>
        <translation>缺「%1」，本事项不适用容缺</translation>
    </message>
    <message>
        <source>&quot;%1&quot; missing; this material may not be deferred</source>
        <translation>缺「%1」，该材料不能容缺</translation>
    </message>
    <message>
        <source>&quot;%1&quot; missing; the time limit leaves no room to defer</source>
        <translation>缺「%1」，时限太短，不能容缺</translation>
    </message>
    <message>
        <source>More are missing than the %1 that may be deferred</source>
        <translation>缺件超过可容缺的 %1 份</translation>
    </message>
    <message>
        <source>No credit bar</source>
        <translation>无失信限制</translation>
    </message>
    <message>
        <source>Barred from deferral: an earlier commitment was broken</source>
        <translation>曾违背承诺，不得容缺</translation>
    </message>
    <message>
        <source>Credit not checked: the look-up does not answer</source>
        <translation>信用查询无响应，尚未核查</translation>
    </message>
    <message>
        <source>Agent authorised, may sign the commitment</source>
        <translation>经办人有委托，可签承诺</translation>
    </message>
    <message>
        <source>Agent without authorisation (Alt+3 once you have seen it)</source>
        <translation>经办人委托书未核（核后按 Alt+3）</translation>
    </message>
    <message>
        <source>Applicant agrees to sign the commitment? (Alt+2)</source>
        <translation>申请人是否同意签承诺书？（Alt+2）</translation>
    </message>
    <message>
        <source>The calendar does not reach %1: no deadline can be printed</source>
        <translation>工作日历没有 %1 年，算不出期限</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>没有成功。</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again, or call the administrator.</source>
        <translation>内容没有丢。请重试或联系管理员。</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>尚无结论</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>不归本厅</translation>
    </message>
    <message>
        <source>Correct on the spot</source>
        <translation>当场更正</translation>
    </message>
    <message>
        <source>Can be accepted</source>
        <translation>可以受理</translation>
    </message>
    <message>
        <source>Can be accepted with deferral</source>
        <translation>可容缺受理</translation>
    </message>
    <message>
        <source>Papers stay, no clock runs</source>
        <translation>容缺收件</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>材料不齐</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Accepted with deferral</source>
        <translation>已容缺受理</translation>
    </message>
    <message>
        <source>One-time notice given</source>
        <translation>已一次性告知</translation>
    </message>
    <message>
        <source>Papers received, deferred</source>
        <translation>容缺收件</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退件</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Yichuang cannot start</source>
        <translation>一窗无法启动</translation>
    </message>
    <message>
        <source>The scanner does not answer; %1 pages have arrived and are kept.</source>
        <translation>扫描仪没有响应，已收到 %1 页，都已保留。</translation>
    </message>
    <message>
        <source>The scanner reports a fault; %1 pages have arrived and are kept.</source>
        <translation>扫描仪报告故障，已收到 %1 页，都已保留。</translation>
    </message>
    <message>
        <source>The back office is busy.</source>
        <translation>后台繁忙。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>The ticket before is still in service at the back office.</source>
        <translation>上一个号的办理结果还没传到后台。</translation>
    </message>
    <message>
        <source>Its end is sent first; press F2 again in a moment.</source>
        <translation>系统会先自动上报，请稍后再按 F2。</translation>
    </message>
    <message>
        <source>%1 stored records fail their check and are not shown.</source>
        <translation>本机有 %1 条记录校验不通过，未显示。</translation>
    </message>
    <message>
        <source>The others are here; call the administrator.</source>
        <translation>其余记录都在，请联系管理员。</translation>
    </message>
    <message>
        <source>%1 scanned pages fail their check.</source>
        <translation>有 %1 页扫描件校验不通过。</translation>
    </message>
    <message>
        <source>Scan them again; call the administrator.</source>
        <translation>请重新扫描，并联系管理员。</translation>
    </message>
    <message>
        <source>After too many wrong passwords this account is locked for %2 minutes.</source>
        <translation>密码连续输错，该账号已锁定 %2 分钟。</translation>
    </message>
    <message>
        <source>Wait, or ask the supervisor.</source>
        <translation>请稍候，或联系值班主任。</translation>
    </message>
    <message>
        <source>This account does not work at a window.</source>
        <translation>该账号不是窗口人员账号。</translation>
    </message>
    <message>
        <source>Sign in as clerk or supervisor.</source>
        <translation>请用窗口人员或值班主任账号登录。</translation>
    </message>
    <message>
        <source>Too many wrong passwords: signing in without the back office is locked for %1 minutes.</source>
        <translation>密码连续输错，离线登录已锁定 %1 分钟。</translation>
    </message>
    <message>
        <source>Wait, or check the network.</source>
        <translation>请稍候，或检查网络。</translation>
    </message>
    <message>
        <source>It is tried again by itself; tell the administrator if it stays so.</source>
        <translation>系统会自动重试；一直这样请联系管理员。</translation>
    </message>
    <message>
        <source>This window does not know its back office yet.</source>
        <translation>本机还没有设置后台地址。</translation>
    </message>
    <message>
        <source>Ask the administrator to set its address.</source>
        <translation>请联系管理员设置。</translation>
    </message>
    <message>
        <source>The catalogue has %1 faults and was refused, and there is none before it.</source>
        <translation>事项目录有 %1 处错误，未采用；本机也没有以前的目录。</translation>
    </message>
    <message>
        <source>The hall&apos;s recovery key is not set, so a lost key of this machine could never be recovered.</source>
        <translation>还没有设置大厅的恢复密钥，本机密钥一旦丢失将无法找回。</translation>
    </message>
    <message>
        <source>Ask the administrator to set it.</source>
        <translation>请联系管理员设置。</translation>
    </message>
    <message>
        <source>The program is running already on this machine.</source>
        <translation>本机已经打开了一窗。</translation>
    </message>
    <message>
        <source>Use the window that is open.</source>
        <translation>请使用已打开的窗口。</translation>
    </message>
    <message>
        <source>The back office does not take this record: it finds a field missing or wrong.</source>
        <translation>后台没有接收这条记录：有内容缺少或不合要求。</translation>
    </message>
    <message>
        <source>The back office does not know this any more.</source>
        <translation>后台查不到这条记录了。</translation>
    </message>
    <message>
        <source>Refresh with Ctrl+1, or call the administrator.</source>
        <translation>请按 Ctrl+1 回到受理再试，或联系管理员。</translation>
    </message>
    <message>
        <source>The back office misses pages of this case.</source>
        <translation>后台缺少本件的部分扫描页。</translation>
    </message>
    <message>
        <source>They are sent again; call the administrator if it stays so.</source>
        <translation>系统会重新上传；一直这样请联系管理员。</translation>
    </message>
    <message>
        <source>The back office finds this too large.</source>
        <translation>内容过大，后台没有接收。</translation>
    </message>
    <message>
        <source>Scan the pages again at 300 dpi, or call the administrator.</source>
        <translation>请用 300 dpi 重新扫描，或联系管理员。</translation>
    </message>
    <message>
        <source>A page arrived damaged.</source>
        <translation>有一页在传输中损坏。</translation>
    </message>
    <message>
        <source>It is sent again by itself.</source>
        <translation>系统会自动重传。</translation>
    </message>
    <message>
        <source>The back office refuses this.</source>
        <translation>后台没有接收。</translation>
    </message>
    <message>
        <source>A calendar of the back office is for another year and was refused.</source>
        <translation>后台下发的工作日历年份不对，未采用。</translation>
    </message>
    <message>
        <source>The record is not complete (%1).</source>
        <translation>记录不完整（%1）。</translation>
    </message>
    <message>
        <source>Check the form, or call the administrator.</source>
        <translation>请核对填写内容，或联系管理员。</translation>
    </message>
    <message>
        <source>This cannot be done with the case as it stands.</source>
        <translation>按办件目前的状态不能这样办理。</translation>
    </message>
    <message>
        <source>The QR code of a paper could not be made.</source>
        <translation>文书的二维码没有生成。</translation>
    </message>
    <message>
        <source>A no-show needs a short wait after the call.</source>
        <translation>呼叫后要等候片刻才能过号。</translation>
    </message>
    <message>
        <source>Call once more with F3 and wait.</source>
        <translation>请按 F3 重呼，稍候再试。</translation>
    </message>
    <message>
        <source>A no-show needs more calls first.</source>
        <translation>呼叫次数不够，还不能过号。</translation>
    </message>
    <message>
        <source>Call once more with F3.</source>
        <translation>请按 F3 重呼。</translation>
    </message>
    <message>
        <source>This ticket has moved on at the back office.</source>
        <translation>这个号在后台的状态已经变了。</translation>
    </message>
    <message>
        <source>The screen shows it in a moment.</source>
        <translation>稍候自动更新。</translation>
    </message>
    <message>
        <source>The card reader is there, but this account may not use it.</source>
        <translation>读卡器已接上，但当前账户无权使用。</translation>
    </message>
    <message>
        <source>Call the administrator: the device rules are missing. Type by hand meanwhile.</source>
        <translation>请联系管理员安装设备规则，先手工录入。</translation>
    </message>
    <message>
        <source>Another program holds the card reader.</source>
        <translation>读卡器正被其他程序占用。</translation>
    </message>
    <message>
        <source>Close that program; the reader is taken up by itself.</source>
        <translation>关闭该程序后会自动接管读卡器。</translation>
    </message>
    <message>
        <source>This card reader needs its maker&apos;s library, which is not installed.</source>
        <translation>这台读卡器需要厂家驱动库，尚未安装。</translation>
    </message>
    <message>
        <source>Call the administrator. Type by hand meanwhile.</source>
        <translation>请联系管理员，先手工录入。</translation>
    </message>
    <message>
        <source>The configuration names a card reader in a way that is not known (%1).</source>
        <translation>配置中读卡器的写法无法识别（%1）。</translation>
    </message>
    <message>
        <source>See yichuang --help for the ways there are.</source>
        <translation>可用的写法见 yichuang --help。</translation>
    </message>
    <message>
        <source>The scanner shows another certificate than before; nothing was scanned.</source>
        <translation>扫描仪的证书与上次不同，未扫描。</translation>
    </message>
    <message>
        <source>If it was replaced, confirm it under Settings; otherwise call the administrator.</source>
        <translation>如已更换扫描仪，请在设置中确认；否则请联系管理员。</translation>
    </message>
    <message>
        <source>The configuration names a scanner in a way that is not known (%1).</source>
        <translation>配置中扫描仪的写法无法识别（%1）。</translation>
    </message>
    <message>
        <source>%1 pages of the stack belong to no material yet.</source>
        <translation>还有 %1 页未归类到材料。</translation>
    </message>
    <message>
        <source>Confirm them first (Alt+6).</source>
        <translation>请先按 Alt+6 逐页确认。</translation>
    </message>
    <message>
        <source>The separator sheets could not be printed.</source>
        <translation>材料分隔页打印失败。</translation>
    </message>
    <message>
        <source>Check the printer and press Alt+7 again.</source>
        <translation>检查打印机后再按 Alt+7。</translation>
    </message>
    <message>
        <source>No scanner answers.</source>
        <translation>扫描仪没有响应。</translation>
    </message>
    <message>
        <source>Check its power and cable; papers can be marked as seen meanwhile.</source>
        <translation>检查电源和连线；期间可先标记已核对。</translation>
    </message>
    <message>
        <source>No printer is set up: notices cannot be handed out.</source>
        <translation>未设置打印机，无法出具通知书。</translation>
    </message>
    <message>
        <source>Connect one or call the administrator.</source>
        <translation>请连接打印机或联系管理员。</translation>
    </message>
    <message>
        <source>The store on this machine is damaged.</source>
        <translation>本机数据库已损坏。</translation>
    </message>
    <message>
        <source>Do not take in any more cases; call the administrator.</source>
        <translation>请停止受理并联系管理员。</translation>
    </message>
    <message>
        <source>Only %1 MB are free on this disk.</source>
        <translation>磁盘仅剩 %1 MB。</translation>
    </message>
    <message>
        <source>Free some space before pages cannot be stored.</source>
        <translation>请及时清理，否则无法保存扫描页。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 seconds off; the back office&apos;s time is used.</source>
        <translation>本机时钟偏差 %1 秒，现以后台时间为准。</translation>
    </message>
    <message>
        <source>Have the clock set right.</source>
        <translation>请校准本机时钟。</translation>
    </message>
    <message>
        <source>The working-day calendar of %1 is missing: no deadline can be printed.</source>
        <translation>缺少 %1 年工作日历，无法计算期限。</translation>
    </message>
    <message>
        <source>It comes from the back office; tell the administrator.</source>
        <translation>日历由后台下发，请告知管理员。</translation>
    </message>
    <message>
        <source>The working-day calendar of %1 is not there yet; deadlines reach into it.</source>
        <translation>%1 年工作日历尚未下发，期限已跨年。</translation>
    </message>
    <message>
        <source>There is no catalogue of service items.</source>
        <translation>没有事项目录。</translation>
    </message>
    <message>
        <source>The catalogue was last compared %1 days ago.</source>
        <translation>事项目录已 %1 天未更新。</translation>
    </message>
    <message>
        <source>Items may have changed; check the network.</source>
        <translation>事项可能有变，请检查网络。</translation>
    </message>
    <message>
        <source>The back office cannot be reached; %1 wait to be sent.</source>
        <translation>无法连接后台，待传 %1 件。</translation>
    </message>
    <message>
        <source>Go on: everything is kept and sent later.</source>
        <translation>可继续受理，数据已保存，稍后自动上传。</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Store on this machine</source>
        <translation>本机数据库</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Working-day calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Catalogue of items</source>
        <translation>事项目录</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>后台</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>This file is no picture and no PDF; nothing was taken from it.</source>
        <translation>该文件不是图片或 PDF，未导入。</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF and PDF can be taken.</source>
        <translation>可导入 JPEG、PNG、TIFF、PDF。</translation>
    </message>
    <message>
        <source>Pictures in HEIC format cannot be taken.</source>
        <translation>不支持 HEIC 格式的照片。</translation>
    </message>
    <message>
        <source>Have the phone send it as JPEG, or scan the paper.</source>
        <translation>请在手机上转为 JPEG 再发，或直接扫描原件。</translation>
    </message>
    <message>
        <source>This file is too large; nothing was taken from it.</source>
        <translation>文件过大，未导入。</translation>
    </message>
    <message>
        <source>64 MB at most, and no picture beyond A3 at 600 dpi.</source>
        <translation>不超过 64 MB，图片不超过 A3 600 dpi。</translation>
    </message>
    <message>
        <source>This file has more than 200 pages; nothing was taken from it.</source>
        <translation>文件超过 200 页，未导入。</translation>
    </message>
    <message>
        <source>Bring it in parts.</source>
        <translation>请拆分后导入。</translation>
    </message>
    <message>
        <source>This PDF is locked with a password; nothing was taken from it.</source>
        <translation>PDF 已加密，未导入。</translation>
    </message>
    <message>
        <source>Ask for one without a password.</source>
        <translation>请提供未加密的文件。</translation>
    </message>
    <message>
        <source>This file cannot be opened.</source>
        <translation>文件打不开。</translation>
    </message>
    <message>
        <source>It may be in use or gone; try it again.</source>
        <translation>可能被占用或已不在，请重试。</translation>
    </message>
    <message>
        <source>This page could not be changed; it stays as it was.</source>
        <translation>这一页没能改动，保持原样。</translation>
    </message>
    <message>
        <source>Scan it again with A.</source>
        <translation>请按 A 重扫这一页。</translation>
    </message>
    <message>
        <source>Fronts and backs must be the same number; here are %1 pages.</source>
        <translation>正反面页数应当相同，现在共 %1 页。</translation>
    </message>
    <message>
        <source>Scan what is missing, or take out what is too much.</source>
        <translation>请补扫缺页，或剔除多余的页。</translation>
    </message>
    <message>
        <source>The document camera gives no picture.</source>
        <translation>高拍仪没有画面。</translation>
    </message>
    <message>
        <source>Check its cable, or scan with F9.</source>
        <translation>请检查连线，或按 F9 用扫描仪。</translation>
    </message>
    <message>
        <source>The commitment has changed since it was signed.</source>
        <translation>签名后承诺内容有变化。</translation>
    </message>
    <message>
        <source>Ask for a signature under the new one.</source>
        <translation>请申请人重新签名。</translation>
    </message>
    <message>
        <source>No document camera answers.</source>
        <translation>高拍仪没有响应。</translation>
    </message>
    <message>
        <source>Check its cable; scan with F9 meanwhile.</source>
        <translation>请检查连线；可先按 F9 用扫描仪。</translation>
    </message>
    <message>
        <source>There is no second screen: applicants see nothing and sign on paper.</source>
        <translation>没有副屏：申请人看不到叫号，只能在纸上签名。</translation>
    </message>
    <message>
        <source>Check its power and cable.</source>
        <translation>请检查电源和连线。</translation>
    </message>
    <message>
        <source>There is no Chinese voice on this machine: numbers are not called aloud.</source>
        <translation>本机没有中文语音，不能语音叫号。</translation>
    </message>
    <message>
        <source>Ask the administrator to install one.</source>
        <translation>请管理员安装中文语音。</translation>
    </message>
    <message>
        <source>Document camera</source>
        <translation>高拍仪</translation>
    </message>
    <message>
        <source>Window display</source>
        <translation>窗口显示屏</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音叫号</translation>
    </message>
    <message>
        <source>No card is to be seen under the camera.</source>
        <translation>高拍仪下看不到证件。</translation>
    </message>
    <message>
        <source>Lay it down flat by itself, or set its corners with Tab.</source>
        <translation>请单独平放证件，或按 Tab 标出四角。</translation>
    </message>
    <message>
        <source>A new version was offered whose signature is not right. It was not taken.</source>
        <translation>后台下发的新版本签名不对，未采用。</translation>
    </message>
    <message>
        <source>Go on with this one; tell the administrator.</source>
        <translation>请继续使用当前版本，并告知管理员。</translation>
    </message>
    <message>
        <source>Version %1 arrived damaged or altered. It was thrown away.</source>
        <translation>新版本 %1 下载后校验不符（损坏或被改动），已丢弃。</translation>
    </message>
    <message>
        <source>Go on with this one; tell the administrator if it comes again.</source>
        <translation>请继续使用当前版本；再次出现请告知管理员。</translation>
    </message>
    <message>
        <source>The description of a new version cannot be understood (%1).</source>
        <translation>新版本的说明无法识别（%1）。</translation>
    </message>
    <message>
        <source>A new version could not be written to the disk.</source>
        <translation>新版本写不进磁盘。</translation>
    </message>
    <message>
        <source>Make room, or tell the administrator.</source>
        <translation>请腾出空间，或告知管理员。</translation>
    </message>
    <message>
        <source>Version %1 was tried and did not start; this is the version before it.</source>
        <translation>新版本 %1 试运行未能启动，已退回原版本。</translation>
    </message>
    <message>
        <source>Nothing is lost. Tell the administrator.</source>
        <translation>数据没有丢失，请告知管理员。</translation>
    </message>
    <message>
        <source>Version %1 was checked and handed to the administrator.</source>
        <translation>新版本 %1 已校验，交由管理员安装。</translation>
    </message>
    <message>
        <source>There is nothing to do here.</source>
        <translation>本窗口无需操作。</translation>
    </message>
    <message>
        <source>This account may not replace the program.</source>
        <translation>当前账户无权更换程序。</translation>
    </message>
    <message>
        <source>The checked installer lies ready for the administrator.</source>
        <translation>校验过的安装包已备好，请管理员安装。</translation>
    </message>
    <message>
        <source>The configuration asks for updates in a way that is not known (%1).</source>
        <translation>配置中的更新方式无法识别（%1）。</translation>
    </message>
    <message>
        <source>This account belongs to %1; this machine is set up for hall %2.</source>
        <translation>该账号属于%1，本机设定的大厅编号是 %2。</translation>
    </message>
    <message>
        <source>Use an account of this hall, or tell the administrator.</source>
        <translation>请用本大厅的账号登录，或告知管理员。</translation>
    </message>
    <message>
        <source>Titles on pages are not read here: Tesseract is not installed.</source>
        <translation>本机没有安装 Tesseract，不能识别页面标题。</translation>
    </message>
    <message>
        <source>A stack is sorted by separator sheets and by its order.</source>
        <translation>成叠扫描的材料按分隔页和先后顺序归类。</translation>
    </message>
    <message>
        <source>Reading of titles</source>
        <translation>标题识别</translation>
    </message>
    <message>
        <source>This case is not on this machine.</source>
        <translation>本机没有这个办件。</translation>
    </message>
    <message>
        <source>Look it up again with Ctrl+4.</source>
        <translation>请按 Ctrl+4 重新查询。</translation>
    </message>
    <message>
        <source>The item of this case is not in the catalogue any more.</source>
        <translation>这个办件的事项已不在事项目录中。</translation>
    </message>
    <message>
        <source>Ask the administrator.</source>
        <translation>请联系管理员。</translation>
    </message>
    <message>
        <source>The back office refuses this: the case has moved on meanwhile.</source>
        <translation>后台没有接收：办件状态已经变化。</translation>
    </message>
    <message>
        <source>Look at the case (Ctrl+4) and decide again.</source>
        <translation>请按 Ctrl+4 查看办件后再处理。</translation>
    </message>
    <message>
        <source>This needs a reason.</source>
        <translation>需要填写理由。</translation>
    </message>
    <message>
        <source>Write it into the line above the keys, then press the key again.</source>
        <translation>请在按键上方的输入栏填写，再按一次。</translation>
    </message>
    <message>
        <source>Nothing that is owed has arrived yet.</source>
        <translation>还没有收到待补的材料。</translation>
    </message>
    <message>
        <source>Scan it with F9, or mark it with Space.</source>
        <translation>按 F9 扫描，或按空格标记已核对。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not owed any more.</source>
        <translation>「%1」已不在待补材料中。</translation>
    </message>
    <message>
        <source>This deadline was extended once already.</source>
        <translation>补齐期限已延长过一次。</translation>
    </message>
    <message>
        <source>It cannot be extended again.</source>
        <translation>不能再次延长。</translation>
    </message>
    <message>
        <source>There is no deadline here that could be extended.</source>
        <translation>没有可以延长的期限。</translation>
    </message>
    <message>
        <source>%1 deferred material(s) are still missing: the result stays here.</source>
        <translation>还有 %1 份容缺材料未补齐，暂不能出件。</translation>
    </message>
    <message>
        <source>Take the supplement first.</source>
        <translation>请先收齐容缺待补的材料。</translation>
    </message>
    <message>
        <source>Who takes the result?</source>
        <translation>请填写领取人。</translation>
    </message>
    <message>
        <source>Read the card with F5, or write the name or the tracking number.</source>
        <translation>按 F5 读身份证，或填写姓名、快递单号。</translation>
    </message>
    <message>
        <source>Another application is not finished yet.</source>
        <translation>另一件申请还没有办完。</translation>
    </message>
    <message>
        <source>Accept it, or keep it as a draft with F2.</source>
        <translation>请先受理，或按 F2 存为草稿。</translation>
    </message>
    <message>
        <source>Papers taken in</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Supplement arrived</source>
        <translation>补交材料</translation>
    </message>
    <message>
        <source>Accepted by silence</source>
        <translation>逾期未告知，视为受理</translation>
    </message>
    <message>
        <source>Deadline passed</source>
        <translation>期限已过</translation>
    </message>
    <message>
        <source>Review begun</source>
        <translation>开始审查</translation>
    </message>
    <message>
        <source>Result handed out</source>
        <translation>已出件</translation>
    </message>
    <message>
        <source>Papers taken back</source>
        <translation>取回材料</translation>
    </message>
    <message>
        <source>Deadline extended</source>
        <translation>延长补齐期限</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Case %1 for this item is open already</source>
        <translation>该申请人的同一事项已有在办件 %1</translation>
    </message>
    <message>
        <source>There is no walkthrough &quot;%1&quot;.</source>
        <translation>没有名为「%1」的演练。</translation>
    </message>
    <message>
        <source>The papers of this case say what was true before it went on.</source>
        <translation>这个办件之后又有办理，原文书的内容已经过时。</translation>
    </message>
    <message>
        <source>They are not printed again; the history stands on the right.</source>
        <translation>不再补打；办理经过见右侧。</translation>
    </message>
    <message>
        <source>There are: %2.</source>
        <translation>可用的有：%2。</translation>
    </message>
    <message>
        <source>The time to tell the applicant has passed: the case counts as accepted.</source>
        <translation>告知期限已过，本件视为已受理。</translation>
    </message>
    <message>
        <source>Look at the case again in a minute (Ctrl+4).</source>
        <translation>请过一分钟再查看该办件（Ctrl+4）。</translation>
    </message>
    <message>
        <source>A notice for a failed supplement was given once already.</source>
        <translation>补齐不合格的告知已出具过一次。</translation>
    </message>
    <message>
        <source>Take what is in order; the deadline stays.</source>
        <translation>请收下合格的材料，补齐期限不变。</translation>
    </message>
    <message>
        <source>The clock of this case stands still already.</source>
        <translation>本件的办理期限已经中止。</translation>
    </message>
    <message>
        <source>The clock of this case runs already.</source>
        <translation>本件的办理期限并未中止。</translation>
    </message>
    <message>
        <source>No commitment of this case is broken.</source>
        <translation>本件没有失信的承诺。</translation>
    </message>
    <message>
        <source>A refusal needs its reason and the legal basis.</source>
        <translation>不予受理须写明理由和法律依据。</translation>
    </message>
    <message>
        <source>A refusal for lack of competence names the competent organ.</source>
        <translation>不属于本机关职权的，须写明有权办理的机关。</translation>
    </message>
    <message>
        <source>Choose the item and its scenario first.</source>
        <translation>请先选择事项和办理情形。</translation>
    </message>
    <message>
        <source>The applicant&apos;s particulars are not complete.</source>
        <translation>申请人信息不完整。</translation>
    </message>
    <message>
        <source>F12 shows what is missing.</source>
        <translation>按 F12 查看缺什么。</translation>
    </message>
    <message>
        <source>This item is examined on the spot: what is not told now counts as accepted.</source>
        <translation>本事项须当场审查，当场不告知的视为受理。</translation>
    </message>
    <message>
        <source>Accept it, or give a one-time notice.</source>
        <translation>请受理，或出具一次性告知书。</translation>
    </message>
    <message>
        <source>No paper has been taken in yet.</source>
        <translation>还没有收到任何材料。</translation>
    </message>
    <message>
        <source>Scan one, or mark it with Space.</source>
        <translation>请扫描，或按空格标记已核对。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>材料没有缺少。</translation>
    </message>
    <message>
        <source>Accept it; what is wrong is marked with the minus key.</source>
        <translation>可以受理；材料不合格的按减号键标记。</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>中止办理</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Credit repaired</source>
        <translation>信用已修复</translation>
    </message>
    <message>
        <source>The applicant has submitted nothing online that waits here.</source>
        <translation>没有查到该申请人待接办的网上申报件。</translation>
    </message>
    <message>
        <source>Read the card first (F5); it is looked up by itself.</source>
        <translation>请先读卡（F5），系统会自动查询。</translation>
    </message>
    <message>
        <source>Another window is working on what was submitted online.</source>
        <translation>别的窗口正在办理这件网上申报。</translation>
    </message>
    <message>
        <source>Ask there, or take the papers in here.</source>
        <translation>请与该窗口联系，或在本窗口收取材料。</translation>
    </message>
    <message>
        <source>Which window, and why?</source>
        <translation>转到几号窗口？什么原因？</translation>
    </message>
    <message>
        <source>Write both into the lines below the list, then press F12.</source>
        <translation>请在列表下方填好窗口号和原因，再按 F12。</translation>
    </message>
    <message>
        <source>That is this window.</source>
        <translation>这就是本窗口。</translation>
    </message>
    <message>
        <source>Write another one.</source>
        <translation>请填别的窗口号。</translation>
    </message>
    <message>
        <source>A visit could not be handed over and is a draft here again. %1</source>
        <translation>有一件没能转出，已退回本机草稿。%1</translation>
    </message>
    <message>
        <source>Check the window&apos;s number and try again.</source>
        <translation>请核对窗口号后重试。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is held already: the applicant need not bring it.</source>
        <translation>“%1”已有存件，申请人不必再交。</translation>
    </message>
    <message>
        <source>Space on its line uses what is held, or say below the list why it is asked for.</source>
        <translation>在该行按空格直接使用存件；确需再收的，在清单下方写明原因。</translation>
    </message>
    <message>
        <source>The supervisor lets %1 be deferred</source>
        <translation>主任同意容缺 %1 份</translation>
    </message>
    <message>
        <source>The supervisor allows deferral in spite of the broken commitment</source>
        <translation>主任同意对失信申请人容缺办理</translation>
    </message>
    <message>
        <source>The supervisor has been asked already.</source>
        <translation>已向主任请示。</translation>
    </message>
    <message>
        <source>The answer appears on the right by itself; go on meanwhile.</source>
        <translation>答复会自动显示在右侧，可先办其他的。</translation>
    </message>
    <message>
        <source>Another supervisor has answered this.</source>
        <translation>别的主任已经答复。</translation>
    </message>
    <message>
        <source>The list shows what is left.</source>
        <translation>列表中是还没答复的。</translation>
    </message>
    <message>
        <source>A template of the hall&apos;s own papers cannot be used: %1</source>
        <translation>本厅的文书模板不能用：%1</translation>
    </message>
    <message>
        <source>Nothing can be printed from it; tell the administrator.</source>
        <translation>用它打不出文书，请告知管理员。</translation>
    </message>
    <message>
        <source>Paper templates</source>
        <translation>文书模板</translation>
    </message>
    <message>
        <source>Somebody has told this applicant already.</source>
        <translation>已有人告知过这位申请人。</translation>
    </message>
    <message>
        <source>The list shows who is left.</source>
        <translation>列表中是还没告知的。</translation>
    </message>
    <message>
        <source>Which procedure, and how many working days does it take?</source>
        <translation>是哪种特别程序，需要几个工作日？</translation>
    </message>
    <message>
        <source>Write both into the line: 专家评审 10</source>
        <translation>在输入行写明，例如：专家评审 10</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not stop the clock: neither the law nor this item names it.</source>
        <translation>“%1”不在法定和本事项规定的特别程序之列，不停止计时。</translation>
    </message>
    <message>
        <source>The time it takes counts.</source>
        <translation>所需时间计入办理期限。</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Nothing is written otherwise than before.</source>
        <translation>内容没有变化。</translation>
    </message>
    <message>
        <source>Esc leaves it as it is.</source>
        <translation>不更正请按 Esc。</translation>
    </message>
    <message>
        <source>Another kind of applicant is another application.</source>
        <translation>申请人类型不同，属于另一项申请。</translation>
    </message>
    <message>
        <source>Ask the supervisor to void this case, and take it in anew.</source>
        <translation>请值班主任将本件作废后重新收件。</translation>
    </message>
    <message>
        <source>Put it right under Today (Ctrl+5, F12), or call the administrator.</source>
        <translation>请在“今日”（Ctrl+5）按 F12 更正，或联系管理员。</translation>
    </message>
    <message>
        <source>Came first</source>
        <translation>先到先叫</translation>
    </message>
    <message>
        <source>Has waited longest, nobody goes before</source>
        <translation>等候已久，不再被插队</translation>
    </message>
    <message>
        <source>An ordinary number after several with priority</source>
        <translation>连叫几个优先号后轮到普通号</translation>
    </message>
    <message>
        <source>Has an appointment for now</source>
        <translation>预约时段已到</translation>
    </message>
    <message>
        <source>Sent here by another window</source>
        <translation>其他窗口转来</translation>
    </message>
    <message>
        <source>Was called before and went back</source>
        <translation>叫过后退回的号</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>优先：%1</translation>
    </message>
    <message>
        <source>Called by its number</source>
        <translation>指定叫号</translation>
    </message>
    <message>
        <source>It is too late to take that back.</source>
        <translation>已超过撤销时间。</translation>
    </message>
    <message>
        <source>Call the number with Ctrl+F2, or return it with Shift+F7.</source>
        <translation>可用 Ctrl+F2 指定叫号，或用 Shift+F7 退回排队。</translation>
    </message>
    <message>
        <source>There is no number %1 today.</source>
        <translation>今天没有 %1 号。</translation>
    </message>
    <message>
        <source>Check it against the slip.</source>
        <translation>请对照号票核对。</translation>
    </message>
    <message>
        <source>There is no such window or class to transfer to.</source>
        <translation>没有可以转去的这个窗口或类别。</translation>
    </message>
    <message>
        <source>Type a window&apos;s number (05) or a class (B).</source>
        <translation>请输入窗口号（05）或类别（B）。</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>用餐</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>开会</translation>
    </message>
    <message>
        <source>Restroom</source>
        <translation>如厕</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>系统故障</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>This account may do more than a screen in the hall needs.</source>
        <translation>该账号的权限超出大厅屏所需。</translation>
    </message>
    <message>
        <source>Sign in with a display&apos;s account.</source>
        <translation>请用大厅显示屏账号登录。</translation>
    </message>
    <message>
        <source>The file could not be saved in the documents folder.</source>
        <translation>文件没能保存到“文档”文件夹。</translation>
    </message>
    <message>
        <source>Free some space or ask the administrator, then press the key again.</source>
        <translation>请清理磁盘空间或联系管理员，然后再按一次该键。</translation>
    </message>
    <message>
        <source>Kept for this window while the network is down</source>
        <translation>断网时留给本窗口的号</translation>
    </message>
    <message>
        <source>What was done here without the network has not arrived yet.</source>
        <translation>断网时办的号还没有传完。</translation>
    </message>
    <message>
        <source>Press F2 again in a moment; the numbers wait safely.</source>
        <translation>稍等再按 F2，号都还在，不会丢。</translation>
    </message>
    <message>
        <source>A number called here without the network had meanwhile been called at another window.</source>
        <translation>断网时叫过的一个号，别的窗口已经叫过。</translation>
    </message>
    <message>
        <source>Nothing is lost; tell the supervisor if the person is still here.</source>
        <translation>没有丢号；如果人还在窗口，请告诉值班主任。</translation>
    </message>
    <message>
        <source>This person waits in this class already, with number %3.</source>
        <translation>此人已取过这类号，正在等候：%3。</translation>
    </message>
    <message>
        <source>That number holds; another class can be given.</source>
        <translation>原号有效，不用重取；可以改取其他类别。</translation>
    </message>
    <message>
        <source>This class is given with a certificate only.</source>
        <translation>这类号须凭证件取号。</translation>
    </message>
    <message>
        <source>Lay the card on the reader, or type the number.</source>
        <translation>请把证件放到读卡器上，或输入证件号码。</translation>
    </message>
    <message>
        <source>Which class?</source>
        <translation>取哪一类号？</translation>
    </message>
    <message>
        <source>Press its letter.</source>
        <translation>请按类别字母。</translation>
    </message>
    <message>
        <source>No number can be given: the back office, which counts them, cannot be reached.</source>
        <translation>暂时不能取号：号码由后台统一编排，现在连不上后台。</translation>
    </message>
    <message>
        <source>What is written here stays; press F12 once it is back.</source>
        <translation>已填内容保留，恢复后按 F12 即可。</translation>
    </message>
    <message>
        <source>No number yet: the back office does not answer in time.</source>
        <translation>还没有取到号：后台没有及时答复。</translation>
    </message>
    <message>
        <source>Press F12 again; no second number comes of it.</source>
        <translation>请再按一次 F12，不会重复取号。</translation>
    </message>
    <message>
        <source>That number is kept for another window that cannot be reached.</source>
        <translation>这个号留给了另一个窗口，那个窗口现在连不上。</translation>
    </message>
    <message>
        <source>Ask there, or call it a little later.</source>
        <translation>请到那个窗口问一下，或稍后再叫。</translation>
    </message>
    <message>
        <source>That pause was answered or taken back meanwhile.</source>
        <translation>这个暂停申请已经答复或撤回。</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>不用处理。</translation>
    </message>
    <message>
        <source>You are still signed in at window %1, since %2.</source>
        <translation>您从 %2 起仍在%1号窗口登录着。</translation>
    </message>
    <message>
        <source>Enter takes over here; Esc goes back.</source>
        <translation>按回车在这里接替登录；Esc 返回。</translation>
    </message>
    <message>
        <source>%3 is signed in at window %1, since %2.</source>
        <translation>%3从 %2 起在%1号窗口登录着。</translation>
    </message>
    <message>
        <source>You have signed in at window %1 meanwhile.</source>
        <translation>您已改在%1号窗口登录。</translation>
    </message>
    <message>
        <source>What was begun here is kept; sign in to go on with it.</source>
        <translation>这里办到一半的内容都留着，登录后接着办。</translation>
    </message>
    <message>
        <source>Somebody else has signed in at window %1 meanwhile.</source>
        <translation>%1号窗口已由别人登录。</translation>
    </message>
    <message>
        <source>Nobody was given the number %1 today.</source>
        <translation>今天没有发出 %1 这个号。</translation>
    </message>
    <message>
        <source>Check it, or give a new number.</source>
        <translation>请核对，或者重新取号。</translation>
    </message>
    <message>
        <source>That number is not of today.</source>
        <translation>这不是今天的号。</translation>
    </message>
    <message>
        <source>Give a new number.</source>
        <translation>请重新取号。</translation>
    </message>
    <message>
        <source>%1 was not missed: it waits, or a window has it.</source>
        <translation>%1 没有过号：还在排队，或正在窗口办理。</translation>
    </message>
    <message>
        <source>%1 was served already.</source>
        <translation>%1 已经办过了。</translation>
    </message>
    <message>
        <source>%1 was missed too often and does not count any more.</source>
        <translation>%1 过号次数太多，已经作废。</translation>
    </message>
    <message>
        <source>There is no such booking in this hall.</source>
        <translation>本大厅没有这个预约。</translation>
    </message>
    <message>
        <source>Look at the hall and the day on it, or lay the card on the reader.</source>
        <translation>请核对预约的大厅和日期，或把身份证放到读卡器上。</translation>
    </message>
    <message>
        <source>This booking is for later.</source>
        <translation>还没有到预约时段。</translation>
    </message>
    <message>
        <source>With the card on the reader a number is given now; it waits as an ordinary one until the slot begins.</source>
        <translation>放上身份证可以现在取号，时段开始前按普通号排队。</translation>
    </message>
    <message>
        <source>The slot of this booking has passed.</source>
        <translation>预约的时段已经过了。</translation>
    </message>
    <message>
        <source>Give an ordinary number.</source>
        <translation>请取普通号。</translation>
    </message>
    <message>
        <source>This booking has its number already, or was cancelled.</source>
        <translation>这个预约已经取过号，或者已取消。</translation>
    </message>
    <message>
        <source>Ask for the slip, or give an ordinary number.</source>
        <translation>请申请人出示号票，或取普通号。</translation>
    </message>
    <message>
        <source>Another applicant: papers taken from the system, the commitment and exceptions were the last one&apos;s, and are out.</source>
        <translation>申请人换了：系统里调取的材料、容缺承诺和特批是上一位的，已撤下。</translation>
    </message>
    <message>
        <source>Ctrl+Z brings them back with the last one.</source>
        <translation>按 Ctrl+Z 恢复上一位申请人及其材料。</translation>
    </message>
    <message>
        <source>This case has gone on meanwhile: nothing more can be brought to it.</source>
        <translation>这个办件已有新进展，不能再收材料。</translation>
    </message>
    <message>
        <source>Look at what stands in it now.</source>
        <translation>请查看办件现在的情况。</translation>
    </message>
    <message>
        <source>Yours is kept: look at both under Today.</source>
        <translation>您的内容已留存，请在“今日”核对后处理。</translation>
    </message>
    <message>
        <source>A page came after its case was closed and is not in it.</source>
        <translation>有一页到得晚了，该件已经关闭，没有放进去。</translation>
    </message>
    <message>
        <source>Open that case again and look through its pages.</source>
        <translation>请重新打开该件，核对页数，缺的补扫。</translation>
    </message>
    <message>
        <source>These %1 pages are one document, bound when they were taken in; it stays as it is.</source>
        <translation>这 %1 页收件时已合成一份文件，不能按单页改动。</translation>
    </message>
    <message>
        <source>Scan what is missing with F9, or take the document out (Del) and scan all of it.</source>
        <translation>缺页请按 F9 补扫；要改动的，按 Del 移出整份后重新扫描。</translation>
    </message>
    <message>
        <source>Page %1 of &quot;%2&quot; cannot be read.</source>
        <translation>“%2”第 %1 页无法读取。</translation>
    </message>
    <message>
        <source>Take it out and scan it again.</source>
        <translation>请移出这一页，重新扫描。</translation>
    </message>
    <message>
        <source>Page %1 of &quot;%2&quot; is a PDF from elsewhere, which is not fit for the archive (PDF/A).</source>
        <translation>“%2”第 %1 页是外来的 PDF，不符合归档格式（PDF/A）。</translation>
    </message>
    <message>
        <source>Print it, scan the sheet, and take the PDF out.</source>
        <translation>请打印后扫描，并移出该 PDF。</translation>
    </message>
    <message>
        <source>Put the papers in and press Shift+F9.</source>
        <translation>放好纸后按 Shift+F9。</translation>
    </message>
    <message>
        <source>Clear it and scan the rest of the stack with Shift+F9.</source>
        <translation>清除卡纸后按 Shift+F9 接着扫这一摞。</translation>
    </message>
    <message>
        <source>Close it and press Shift+F9.</source>
        <translation>关好后按 Shift+F9。</translation>
    </message>
    <message>
        <source>Press Shift+F9 again in a moment.</source>
        <translation>请稍候再按 Shift+F9。</translation>
    </message>
    <message>
        <source>Put it and the rest in again and press Shift+F9.</source>
        <translation>请把这一页和剩下的重新放入，按 Shift+F9。</translation>
    </message>
    <message>
        <source>Check its power and cable, then press Shift+F9.</source>
        <translation>请检查电源和连线，再按 Shift+F9。</translation>
    </message>
    <message>
        <source>Switch it off and on, then press Shift+F9.</source>
        <translation>请关开一次电源，再按 Shift+F9。</translation>
    </message>
    <message>
        <source>The back office has given the number %1 again: two cases have it here.</source>
        <translation>后台重复发放了编号 %1：本机有两个办件同号。</translation>
    </message>
    <message>
        <source>Both are safe and found by it (Ctrl+4); tell the administrator.</source>
        <translation>两件都已存好，按此编号都能查到（Ctrl+4）；请告知管理员。</translation>
    </message>
    <message>
        <source>An earlier hand-over of this case is not sent yet.</source>
        <translation>这个办件上一次转窗口还没有传出。</translation>
    </message>
    <message>
        <source>This one stays a draft under Today: hand it over once the other has left.</source>
        <translation>这次的内容留作草稿，在“今日”里；等上一次传出后再转。</translation>
    </message>
    <message>
        <source>That window is closed: nobody would call the number there.</source>
        <translation>该窗口已关闭，转过去没人叫号。</translation>
    </message>
    <message>
        <source>Type a window that is open, or a class (B).</source>
        <translation>请输入开着的窗口号，或业务类别（如B）。</translation>
    </message>
    <message>
        <source>Another window has corrected this case meanwhile: yours was not made.</source>
        <translation>这个办件刚被别的窗口更正过，这次没有改。</translation>
    </message>
    <message>
        <source>Esc, open it again and correct what is still wrong.</source>
        <translation>请按 Esc 返回，重新打开核对后再改。</translation>
    </message>
    <message>
        <source>Something between this window and the back office answers in its place (%1).</source>
        <translation>中间设备代替后台作了应答（%1）。</translation>
    </message>
</context>
<context>
    <name>desk::CaseListModel</name>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>desk::CasesModel</name>
    <message>
        <source>(no item yet)</source>
        <translation>（尚未选事项）</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>存在本机</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待传</translation>
    </message>
    <message numerus="yes">
        <source>To be sent, tried %n time(s)</source>
        <translation>
            <numerusform>待传，已试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed elsewhere, needs a decision</source>
        <translation>别处已改，待裁定</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>上传</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>已上传</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1转来</translation>
    </message>
    <message>
        <source>Enter takes it</source>
        <translation>回车接办</translation>
    </message>
    <message>
        <source>Not taken: needs attention</source>
        <translation>后台未接收，需处理</translation>
    </message>
</context>
<context>
    <name>desk::ChecklistModel</name>
    <message>
        <source>original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复印件</translation>
    </message>
    <message>
        <source>electronic</source>
        <translation>电子件</translation>
    </message>
    <message>
        <source>Missing · may be deferred</source>
        <translation>缺 · 可容缺</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Seen, not scanned</source>
        <translation>已核对，未扫描</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>key</source>
        <translation>主件</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>次件</translation>
    </message>
    <message>
        <source>E-licence, not needed</source>
        <translation>电子证照 · 免提交</translation>
    </message>
    <message>
        <source>Held, not needed</source>
        <translation>已有材料 · 免提交</translation>
    </message>
    <message>
        <source>E-licence · Space uses it</source>
        <translation>有电子证照 · 空格使用</translation>
    </message>
    <message>
        <source>Brought already · Space</source>
        <translation>本次已交 · 空格使用</translation>
    </message>
    <message>
        <source>Held · Space uses it</source>
        <translation>以前交过 · 空格使用</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Falls short</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>To be put right now</source>
        <translation>当场更正</translation>
    </message>
    <message>
        <source>Checked against the original</source>
        <translation>已与原件核对</translation>
    </message>
</context>
<context>
    <name>desk::CloserDesk</name>
    <message>
        <source>Left at a window that has closed</source>
        <translation>窗口已关闭，号码滞留</translation>
    </message>
</context>
<context>
    <name>desk::GuideDesk</name>
    <message>
        <source>The scenario is not decided yet.</source>
        <translation>办理情形还没有确定。</translation>
    </message>
    <message>
        <source>Answer the question with its digit.</source>
        <translation>请按数字键回答问题。</translation>
    </message>
    <message>
        <source>A checklist is made for one scenario, which is not decided yet.</source>
        <translation>材料清单按情形打印，现在情形还没有确定。</translation>
    </message>
    <message>
        <source>Answer the question with its digit, then press Ctrl+P.</source>
        <translation>请按数字键回答问题，再按 Ctrl+P。</translation>
    </message>
    <message>
        <source>This visit is about a case: it does not end as an enquiry.</source>
        <translation>这次来办的是已有的办件，不能记为咨询。</translation>
    </message>
    <message>
        <source>F2 finishes it.</source>
        <translation>按 F2 结束本次办理。</translation>
    </message>
    <message>
        <source>The remark holds a number of a phone or certificate.</source>
        <translation>备注里有电话或证件号码。</translation>
    </message>
    <message>
        <source>Take it out: an enquiry names nobody.</source>
        <translation>请删去：咨询记录不留个人信息。</translation>
    </message>
    <message>
        <source>Papers were taken in already; an enquiry throws them away.</source>
        <translation>已经收了材料，记为咨询会把它们丢弃。</translation>
    </message>
    <message>
        <source>Press Alt+1 again to do so, or Esc to go on with the application.</source>
        <translation>确定的话再按一次 Alt+1；继续办理请按 Esc。</translation>
    </message>
</context>
<context>
    <name>desk::ItemModel</name>
    <message numerus="yes">
        <source>%1&#x3000;·&#x3000;%n item(s)</source>
        <translation>
            <numerusform>%1&#x3000;·&#x3000;共 %n 个事项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>desk::MessageDesk</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>desk::MissedDesk</name>
    <message>
        <source>Missed, and put back at the desk</source>
        <translation>过号后到导办台恢复排队</translation>
    </message>
</context>
<context>
    <name>desk::PageListModel</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>desk::PaperDesk</name>
    <message>
        <source>(given on acceptance)</source>
        <translation>（受理时生成）</translation>
    </message>
</context>
<context>
    <name>desk::StackModel</name>
    <message>
        <source>by its title</source>
        <translation>按页首标题</translation>
    </message>
    <message>
        <source>follows a page with this title</source>
        <translation>接在该标题的页之后</translation>
    </message>
    <message>
        <source>as in the stack before</source>
        <translation>按上次的顺序</translation>
    </message>
    <message>
        <source>by the separator sheet</source>
        <translation>按分隔页</translation>
    </message>
    <message>
        <source>not known where it belongs</source>
        <translation>无法判断归属</translation>
    </message>
    <message>
        <source>as it was before</source>
        <translation>按之前的归类</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>未归类</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>一页</translation>
    </message>
    <message>
        <source>looks blank · Enter takes it out</source>
        <translation>疑似空白页 · 回车剔除</translation>
    </message>
    <message>
        <source>Blank page</source>
        <translation>空白页</translation>
    </message>
</context>
<context>
    <name>desk::StatisticsDesk</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>by hour</source>
        <translation>按时段</translation>
    </message>
    <message>
        <source>by clerk</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>by item</source>
        <translation>按事项</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报表</translation>
    </message>
</context>
<context>
    <name>desk::UpdateDesk</name>
    <message>
        <source>Version %1 is ready. It takes about half a minute; nothing is lost.</source>
        <translation>新版本 %1 已备好，更新约需半分钟，已收的件不会丢失。</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>Put this sheet in front of the papers for this material.</source>
        <translation>请将本页放在该材料之前。</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Receipt slip</source>
        <translation>收件凭证</translation>
    </message>
    <message>
        <source>Acceptance notice</source>
        <translation>受理通知书</translation>
    </message>
    <message>
        <source>Deferred-acceptance notice</source>
        <translation>容缺受理通知书</translation>
    </message>
    <message>
        <source>Commitment letter</source>
        <translation>容缺受理承诺书</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知书</translation>
    </message>
    <message>
        <source>Supplement slip</source>
        <translation>补齐材料回执</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>不予受理通知书</translation>
    </message>
    <message>
        <source>Deferred-receipt slip</source>
        <translation>容缺收件凭证</translation>
    </message>
    <message>
        <source>Notice of a procedure</source>
        <translation>特别程序告知书</translation>
    </message>
    <message>
        <source>Delivery receipt</source>
        <translation>送达回证</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Training: a made-up hall. Number 001, password training, window 03.</source>
        <translation>训练模式：大厅是虚构的。工号 001，密码 training，窗口 03。</translation>
    </message>
</context>
<context>
    <name>training::Bench</name>
    <message>
        <source>Training counter</source>
        <translation>训练台</translation>
    </message>
    <message>
        <source>Whose card is laid on the reader?</source>
        <translation>把谁的身份证放到读卡器上？</translation>
    </message>
    <message>
        <source>&amp;Lay the card down</source>
        <translation>放上身份证(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation>拿走身份证(&amp;T)</translation>
    </message>
    <message>
        <source>Papers for the material in focus lie in the scanner and under the document camera by themselves.</source>
        <translation>当前材料的纸张已自动放入扫描仪和高拍仪下。</translation>
    </message>
</context>
<context>
    <name>widgets::AboutDialog</name>
    <message>
        <source>About Yichuang</source>
        <translation>关于一窗</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Yichuang %1</source>
        <translation>一窗 %1</translation>
    </message>
    <message>
        <source>One window for all services. Apache License 2.0, without any warranty.</source>
        <translation>一窗受理。采用 Apache License 2.0 许可，不提供任何担保。</translation>
    </message>
    <message>
        <source>The components of this program and their licences · Esc closes</source>
        <translation>本程序所含组件及其许可证 · Esc 关闭</translation>
    </message>
    <message>
        <source>This program was built from source and uses libraries of the system: their licences come with them.</source>
        <translation>本程序由源代码构建，使用系统自带的库，其许可证随系统提供。</translation>
    </message>
</context>
<context>
    <name>widgets::AgeLabel</name>
    <message>
        <source>Is being read</source>
        <translation>正在读取</translation>
    </message>
    <message numerus="yes">
        <source>Data %n s old</source>
        <translation>
            <numerusform>数据%n秒前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data %n min old</source>
        <translation>
            <numerusform>数据%n分钟前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::AlertPane</name>
    <message>
        <source>No window serves class %1</source>
        <translation>%1类没有窗口办理</translation>
    </message>
    <message>
        <source>Open a window for class %1</source>
        <translation>%1类再开一个窗口</translation>
    </message>
    <message>
        <source>Window %1 has paused for %2 min</source>
        <translation>%1号窗口暂停%2分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) unanswered</source>
        <translation>
            <numerusform>%n件收件未答复</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting, longest %2 min</source>
        <translation>%1人等候，最长%2分钟</translation>
    </message>
    <message>
        <source>Silence accepts them: have them answered today</source>
        <translation>逾期即视为受理，请今天答复</translation>
    </message>
    <message>
        <source>Window %1 takes class %2</source>
        <translation>请%1号窗口办理%2类</translation>
    </message>
    <message>
        <source>Remind window %1</source>
        <translation>提醒%1号窗口</translation>
    </message>
    <message>
        <source>To do now</source>
        <translation>现在要做的</translation>
    </message>
    <message>
        <source>Nothing: nobody waits too long</source>
        <translation>暂无：没有人等候过久</translation>
    </message>
    <message>
        <source>first on %1</source>
        <translation>最早%1</translation>
    </message>
    <message>
        <source>Silence accepts by the next working day</source>
        <translation>下一工作日前不告知即视为受理</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Supplements due</source>
        <translation>容缺到期</translation>
    </message>
    <message>
        <source>today %1 · in three working days %2 · passed %3</source>
        <translation>今天%1 · 三个工作日内%2 · 已过%3</translation>
    </message>
    <message>
        <source>one trip was enough: %1%</source>
        <translation>一次办成%1%</translation>
    </message>
    <message>
        <source>Papers saved today</source>
        <translation>今日少交材料</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n份</numerusform>
        </translation>
    </message>
    <message>
        <source>with one more window about %1 min</source>
        <translation>再开一个窗口约等 %1 分钟</translation>
    </message>
    <message>
        <source>Window %1 asks for a pause: %2</source>
        <translation>%1号窗口申请暂停：%2</translation>
    </message>
    <message>
        <source>asked at %1</source>
        <translation>%1申请</translation>
    </message>
    <message>
        <source>Let window %1 pause</source>
        <translation>同意%1号窗口暂停</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不同意</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s)</source>
        <translation>
            <numerusform>还有 %n 件待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>A word to window %1, if declined</source>
        <translation>不同意时给%1号窗口的话（可不填）</translation>
    </message>
</context>
<context>
    <name>widgets::ApplicantBand</name>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Card read</source>
        <translation>已读卡</translation>
    </message>
    <message>
        <source>An agent handles it</source>
        <translation>有经办人</translation>
    </message>
    <message>
        <source>Authorisation seen</source>
        <translation>委托书已核</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Read card</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>Post the result</source>
        <translation>结果邮寄</translation>
    </message>
    <message>
        <source>Name and address the result is posted to</source>
        <translation>结果邮寄的收件人和地址</translation>
    </message>
</context>
<context>
    <name>widgets::AskSupervisor</name>
    <message>
        <source>Ask the supervisor</source>
        <translation>请示主任</translation>
    </message>
    <message>
        <source>Why an exception is asked for</source>
        <translation>请示理由</translation>
    </message>
    <message>
        <source>The supervisor is asked: %1</source>
        <translation>已请示主任：%1</translation>
    </message>
    <message>
        <source>%1 has granted it</source>
        <translation>%1已同意</translation>
    </message>
    <message>
        <source>%1 has denied it: %2</source>
        <translation>%1未同意：%2</translation>
    </message>
</context>
<context>
    <name>widgets::AskedAnyway</name>
    <message>
        <source>The applicant brought it unasked</source>
        <translation>申请人主动提交</translation>
    </message>
    <message>
        <source>What is held is out of date</source>
        <translation>存件已过期</translation>
    </message>
    <message>
        <source>What is held cannot be read</source>
        <translation>存件看不清</translation>
    </message>
    <message>
        <source>Its content has changed since</source>
        <translation>内容已有变化</translation>
    </message>
    <message>
        <source>Held already. Why is it asked for? ↓ proposes</source>
        <translation>已有存件，为什么还要收？按 ↓ 选</translation>
    </message>
    <message>
        <source>Why a paper is asked for that is held already</source>
        <translation>已有存件仍收取的原因</translation>
    </message>
    <message>
        <source>Asked for twice</source>
        <translation>重复收取</translation>
    </message>
</context>
<context>
    <name>widgets::BoardPage</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting, hour by hour</source>
        <translation>各时段等候人数</translation>
    </message>
    <message>
        <source>The hall now</source>
        <translation>大厅实况</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等候</translation>
    </message>
    <message>
        <source>Average wait</source>
        <translation>平均等候</translation>
    </message>
    <message>
        <source>Average service</source>
        <translation>平均办理</translation>
    </message>
    <message>
        <source>Open windows</source>
        <translation>开放窗口</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>%1h</source>
        <translation>%1时</translation>
    </message>
    <message>
        <source>the back office cannot be reached</source>
        <translation>连不上后台</translation>
    </message>
    <message>
        <source>Enter: a window or a class closely</source>
        <translation>回车：细看窗口或号类</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>号类</translation>
    </message>
</context>
<context>
    <name>widgets::CallBar</name>
    <message>
        <source>Call next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Call bar</source>
        <translation>叫号条</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>等候 %n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CallBoard</name>
    <message>
        <source>Calls</source>
        <translation>叫号</translation>
    </message>
</context>
<context>
    <name>widgets::CameraPane</name>
    <message>
        <source>Document camera</source>
        <translation>高拍仪</translation>
    </message>
    <message>
        <source>Waiting for the camera&apos;s picture…</source>
        <translation>正在等待高拍仪画面…</translation>
    </message>
    <message>
        <source>Space take it · M by itself or by hand · I card, front and back · Tab corner, arrows move it · 0 corners as found · PgUp PgDn other material · Esc close</source>
        <translation>空格 拍下 · M 自动/手动 · I 证件正反面 · Tab 选角，方向键调整 · 0 还原四角 · PgUp PgDn 换材料 · Esc 关闭</translation>
    </message>
    <message>
        <source>Document camera · %1</source>
        <translation>高拍仪 · %1</translation>
    </message>
    <message>
        <source>Card: now the back</source>
        <translation>证件：请放反面</translation>
    </message>
    <message>
        <source>Card: the front first</source>
        <translation>证件：请先放正面</translation>
    </message>
    <message>
        <source>Takes a still sheet by itself</source>
        <translation>放稳后自动拍</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动拍</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) taken</source>
        <translation>
            <numerusform>已拍 %n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CameraView</name>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
</context>
<context>
    <name>widgets::CasePane</name>
    <message>
        <source>A case that is chosen is shown here with everything that was done to it</source>
        <translation>选中的办件和办理经过显示在这里</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>Extend the deadline</source>
        <translation>延长补齐期限</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation>经办人 %1</translation>
    </message>
    <message>
        <source>Promised by %1</source>
        <translation>承诺 %1前办结</translation>
    </message>
    <message>
        <source>Supplement by %1</source>
        <translation>%1前补齐</translation>
    </message>
    <message>
        <source>Hand out the result</source>
        <translation>出件</translation>
    </message>
    <message>
        <source>Go on with the correction</source>
        <translation>继续补正</translation>
    </message>
    <message>
        <source>Take the supplement</source>
        <translation>收取补交材料</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>arrived %1</source>
        <translation>%1补交</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>%1 taken in · %2 · %3</source>
        <translation>%1 收件 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 受理</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Suspended, returned after %1</source>
        <translation>已中止，%1后仍未补齐的退件</translation>
    </message>
    <message>
        <source>%2: the clock stands still until %1</source>
        <translation>%2期间不计时限，预计至%1</translation>
    </message>
    <message>
        <source>Silence accepts it after %1</source>
        <translation>%1前须告知，逾期视为受理</translation>
    </message>
    <message>
        <source>To be corrected by %1</source>
        <translation>%1前补正</translation>
    </message>
    <message>
        <source>Papers are kept until %1</source>
        <translation>材料保管至%1</translation>
    </message>
    <message>
        <source>Give the papers back</source>
        <translation>退还材料</translation>
    </message>
    <message>
        <source>Void, accepted by mistake</source>
        <translation>作废（误受理）</translation>
    </message>
    <message>
        <source>Repair the credit</source>
        <translation>修复信用</translation>
    </message>
    <message>
        <source>Reason, for the acts below</source>
        <translation>理由（用于下列操作）</translation>
    </message>
    <message>
        <source>The commitment was broken: no further deferral until a supervisor repairs the credit</source>
        <translation>承诺失信：值班主任修复信用前不再容缺</translation>
    </message>
    <message>
        <source>The result is posted</source>
        <translation>结果已交邮</translation>
    </message>
    <message>
        <source>Tracking number; or read the card (F5) of whoever takes it here</source>
        <translation>运单号；有人来窗口领取的，读领取人的身份证（F5）</translation>
    </message>
    <message>
        <source>Who takes it: read the card (F5), or write the name</source>
        <translation>领取人：读身份证（F5），或写姓名</translation>
    </message>
    <message>
        <source>To be posted to %1</source>
        <translation>邮寄至：%1</translation>
    </message>
    <message>
        <source>A procedure stops the clock</source>
        <translation>特别程序，停止计时</translation>
    </message>
    <message>
        <source>The procedure is over</source>
        <translation>特别程序结束</translation>
    </message>
    <message>
        <source>Reason; or the procedure and its working days: 专家评审 10</source>
        <translation>原因；特别程序写明程序和工作日：专家评审 10</translation>
    </message>
    <message>
        <source>Put right what was written wrong</source>
        <translation>更正录入错误</translation>
    </message>
    <message>
        <source>Papers printed here</source>
        <translation>本窗口打印记录</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n份</numerusform>
        </translation>
    </message>
    <message>
        <source>Print how it stands</source>
        <translation>打印进度告知单</translation>
    </message>
    <message>
        <source>To the applicant: %1</source>
        <translation>告知申请人：%1</translation>
    </message>
</context>
<context>
    <name>widgets::CasesPage</name>
    <message>
        <source>To be completed</source>
        <translation>待补</translation>
    </message>
    <message>
        <source>Ready to hand out</source>
        <translation>待出件</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Cases whose papers are still owed stand here, what is due first at the top</source>
        <translation>材料未补齐的办件列在这里，先到期的在前</translation>
    </message>
    <message>
        <source>Cases that a department has decided stand here until the result is handed out</source>
        <translation>部门办结的办件列在这里，出件后移除</translation>
    </message>
    <message>
        <source>Number, certificate number, query code or a part of the name; a paper&apos;s QR can be scanned</source>
        <translation>输入编号、证件号码、查询码或姓名的一部分，也可以扫文书上的二维码</translation>
    </message>
    <message>
        <source>Number, certificate number, query code, name or item</source>
        <translation>编号、证件号码、查询码、姓名或事项</translation>
    </message>
    <message>
        <source>Look up a case</source>
        <translation>查询办件</translation>
    </message>
    <message>
        <source>Nothing found. Try the whole number, or another word</source>
        <translation>没有找到。请输入完整编号，或换一个词</translation>
    </message>
</context>
<context>
    <name>widgets::ChecklistView</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
</context>
<context>
    <name>widgets::ClassList</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waiting, longest %2</source>
        <translation>等候%1人，最长%2</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>无人等候</translation>
    </message>
    <message>
        <source>who comes now %1 (%2 to %3)</source>
        <translation>现在来约等%1（%2至%3）</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>号类</translation>
    </message>
</context>
<context>
    <name>widgets::ClassPane</name>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>第几位</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Still</source>
        <translation>还要等</translation>
    </message>
    <message>
        <source>What is special</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>on hold at %1</source>
        <translation>%1号窗口挂起</translation>
    </message>
    <message>
        <source>only for %1</source>
        <translation>只等%1号窗口</translation>
    </message>
    <message>
        <source>booked %1</source>
        <translation>预约%1</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>转来</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>退回过</translation>
    </message>
    <message>
        <source>from class %1</source>
        <translation>原%1类</translation>
    </message>
    <message numerus="yes">
        <source>missed %n time(s)</source>
        <translation>
            <numerusform>过号%n次</numerusform>
        </translation>
    </message>
    <message>
        <source>kept for %1</source>
        <translation>留给%1号窗口</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Nobody waits in this class</source>
        <translation>这类号无人等候</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>等候的号</translation>
    </message>
    <message>
        <source>Window (05) or class (B)</source>
        <translation>窗口（05）或号类（B）</translation>
    </message>
    <message>
        <source>Where the number in hand shall wait: window or class</source>
        <translation>选中的号转到哪里等候：窗口或号类</translation>
    </message>
    <message>
        <source>Let the number in hand wait elsewhere</source>
        <translation>选中的号转到别处等候</translation>
    </message>
    <message>
        <source>%1 waits for window %2 now.</source>
        <translation>%1已转到%2号窗口等候。</translation>
    </message>
    <message>
        <source>%1 waits in class %2 now.</source>
        <translation>%1已转到%2类等候。</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>%1类</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>等候%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>no open window serves it</source>
        <translation>没有开放的窗口办理</translation>
    </message>
    <message>
        <source>open windows: %1</source>
        <translation>开放窗口：%1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>转移%1</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>%1转到%2</translation>
    </message>
    <message>
        <source>Window %1 has %2 on hold: it goes on there, or is sent back there.</source>
        <translation>%2在%1号窗口挂起：由该窗口继续办理或退回。</translation>
    </message>
    <message>
        <source>Say first where %1 shall wait.</source>
        <translation>先填%1转到哪里。</translation>
    </message>
    <message>
        <source>%1 waits here no more.</source>
        <translation>%1 已不在这里等候。</translation>
    </message>
    <message>
        <source>Choose with ↑ ↓ who shall wait elsewhere.</source>
        <translation>请先用 ↑ ↓ 选中要转到别处等候的号。</translation>
    </message>
</context>
<context>
    <name>widgets::ConflictPane</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Statutory limit</source>
        <translation>法定期限</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承诺办结</translation>
    </message>
    <message>
        <source>Ends by itself after</source>
        <translation>自动到期</translation>
    </message>
    <message>
        <source>Suspended since</source>
        <translation>中止自</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>brought</source>
        <translation>已交</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>supplement by</source>
        <translation>补齐期限</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>不予</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>已失信</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>未失信</translation>
    </message>
    <message>
        <source>Take what the back office has</source>
        <translation>以后台为准</translation>
    </message>
    <message>
        <source>Do ours again on top of it</source>
        <translation>在后台的基础上重做本窗口的操作</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile</source>
        <translation>别处已改过</translation>
    </message>
    <message>
        <source>Not taken by the back office</source>
        <translation>后台未接收</translation>
    </message>
    <message>
        <source>Done here, not taken</source>
        <translation>本窗口的操作，后台未接收</translation>
    </message>
    <message>
        <source>The case itself. Call the administrator with what stands above; it stays here, nothing is lost</source>
        <translation>办件本身。请把上面的原因告知管理员；办件仍在本机，不会丢失</translation>
    </message>
    <message>
        <source>What the back office has is shown as soon as it can be reached</source>
        <translation>连上后台后显示后台的内容</translation>
    </message>
    <message>
        <source>Done elsewhere</source>
        <translation>别处的操作</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>后台</translation>
    </message>
    <message>
        <source>The case itself: another case over there has its number</source>
        <translation>办件本身被退回：办件编号在后台已被另一办件占用</translation>
    </message>
    <message>
        <source>The case itself: something is wrong with the applicant</source>
        <translation>办件本身被退回：申请人信息有误</translation>
    </message>
    <message>
        <source>The case itself: something is wrong with the agent</source>
        <translation>办件本身被退回：经办人信息有误</translation>
    </message>
    <message>
        <source>The case itself: the exception it names was not granted over there</source>
        <translation>办件本身被退回：所用的例外在后台没有批准记录</translation>
    </message>
    <message>
        <source>The case itself, at %1. Call the administrator; it stays here, nothing is lost</source>
        <translation>办件本身被退回，位置：%1。请联系管理员；办件仍在本机，不会丢失</translation>
    </message>
    <message>
        <source>Put it right and send it again</source>
        <translation>更正并重新上报</translation>
    </message>
    <message>
        <source>Send the whole case again</source>
        <translation>整件重新上报</translation>
    </message>
    <message>
        <source>Only a supervisor may do this. It is sent once a supervisor signs in here; nothing is lost until then.</source>
        <translation>这一步需值班主任权限。值班主任在本机登录后自动上传，在此之前保留在本机，不会丢失。</translation>
    </message>
    <message>
        <source>The case itself: the back office has it otherwise</source>
        <translation>办件本身：后台的内容与本机不同</translation>
    </message>
</context>
<context>
    <name>widgets::CorrectionPane</name>
    <message>
        <source>Put it right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Agent&apos;s certificate number</source>
        <translation>经办人证件号码</translation>
    </message>
    <message>
        <source>Agent&apos;s phone</source>
        <translation>经办人电话</translation>
    </message>
    <message>
        <source>Post the result to (empty: collected here)</source>
        <translation>结果邮寄地址（不填则到窗口领取）</translation>
    </message>
    <message>
        <source>What was wrong, and why</source>
        <translation>哪里有误、更正原因</translation>
    </message>
    <message>
        <source>Esc leaves it as it is</source>
        <translation>按 Esc 放弃更正</translation>
    </message>
    <message>
        <source>The number is another case&apos;s over there. It is sent with a provisional one, and the papers are printed anew.</source>
        <translation>该编号在后台已被占用，将改用临时编号上报，文书重新打印。</translation>
    </message>
    <message>
        <source>What changes whose case it is prints the papers anew; they replace the earlier ones.</source>
        <translation>姓名、证件有更正的，文书重新打印，替换此前所发。</translation>
    </message>
    <message>
        <source>Names and certificates are put right by a supervisor.</source>
        <translation>姓名和证件信息由值班主任更正。</translation>
    </message>
    <message>
        <source>Put it right and send it again</source>
        <translation>更正并重新上报</translation>
    </message>
</context>
<context>
    <name>widgets::EndingPane</name>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Deferred receipt</source>
        <translation>容缺收件</translation>
    </message>
    <message>
        <source>Receive, examine later</source>
        <translation>收件待审</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>The applicant is told everything that is missing or wrong, once, in writing.</source>
        <translation>缺什么、哪里不合格，一次性书面告知申请人。</translation>
    </message>
    <message>
        <source>The papers stay here until what is missing is brought. No clock runs before the acceptance.</source>
        <translation>材料先留在窗口，补齐后再受理；受理前不计时限。</translation>
    </message>
    <message>
        <source>The papers are taken over and examined later. If the applicant is told nothing in time, silence accepts.</source>
        <translation>先收下材料，随后审查；逾期不告知的，视为受理。</translation>
    </message>
    <message>
        <source>The application is not taken in. The refusal names reason, law and remedies, and cannot be undone.</source>
        <translation>申请不予受理，通知书写明理由、依据和救济途径；出具后不能撤回。</translation>
    </message>
    <message>
        <source>How the visit ends</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Do it and print</source>
        <translation>办理并打印</translation>
    </message>
    <message>
        <source>How does this visit end?</source>
        <translation>这次怎样办？</translation>
    </message>
    <message>
        <source>Why a second notice is given</source>
        <translation>再次告知的理由</translation>
    </message>
    <message>
        <source>A second notice needs a reason:</source>
        <translation>再次告知须写明理由：</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Another ground</source>
        <translation>其他情形</translation>
    </message>
    <message>
        <source>Choose with the arrow keys</source>
        <translation>按方向键选择</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Competent organ</source>
        <translation>有权办理的机关</translation>
    </message>
    <message>
        <source>Why %1 falls short</source>
        <translation>%1不合格的原因</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>哪里不合格</translation>
    </message>
</context>
<context>
    <name>widgets::EvaluationPad</name>
    <message>
        <source>Evaluation</source>
        <translation>评价</translation>
    </message>
</context>
<context>
    <name>widgets::FollowUpPane</name>
    <message>
        <source>overdue since %1</source>
        <translation>%1已到期未回访</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1前回访</translation>
    </message>
    <message>
        <source>Record what was done</source>
        <translation>记录回访</translation>
    </message>
    <message>
        <source>Nobody waits to be heard. Bad evaluations stand here until it is noted what was done.</source>
        <translation>没有待回访的差评。有差评时列在这里，记录回访后消失。</translation>
    </message>
    <message>
        <source>Bad evaluations</source>
        <translation>差评回访</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>回访情况</translation>
    </message>
    <message numerus="yes">
        <source>%n bad evaluation(s) to follow up</source>
        <translation>
            <numerusform>%n条差评待回访</numerusform>
        </translation>
    </message>
    <message>
        <source>Write first what was done.</source>
        <translation>请先写明回访情况。</translation>
    </message>
    <message>
        <source>%1, window %2, clerk %3</source>
        <translation>%1，%2号窗口，工号 %3</translation>
    </message>
    <message>
        <source>Noted elsewhere meanwhile. ↑ ↓ choose another one.</source>
        <translation>这条刚才已由他人处理，请用 ↑ ↓ 另选一条。</translation>
    </message>
</context>
<context>
    <name>widgets::GrantStrip</name>
    <message numerus="yes">
        <source>%n material(s) deferred, more than the item allows</source>
        <translation>
            <numerusform>超过规定份数，容缺 %n 份材料</numerusform>
        </translation>
    </message>
    <message>
        <source>deferral in spite of a broken commitment</source>
        <translation>对失信申请人容缺办理</translation>
    </message>
    <message>
        <source>Reason; a denial needs one</source>
        <translation>理由；不同意必须写明</translation>
    </message>
    <message>
        <source>Reason of the answer</source>
        <translation>答复理由</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>%1 · %2 asks: %3</source>
        <translation>%1 · %2 请示：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s)</source>
        <translation>
            <numerusform>还有 %n 件待答复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::GuidePane</name>
    <message>
        <source>Take this scenario</source>
        <translation>按此情形办理</translation>
    </message>
    <message>
        <source>Remark on the enquiry</source>
        <translation>咨询备注</translation>
    </message>
    <message>
        <source>What was asked, if it is worth noting (no names or numbers)</source>
        <translation>问了什么，需要时记一句（不写姓名和号码）</translation>
    </message>
    <message>
        <source>Answered, no application</source>
        <translation>已答复，不办理</translation>
    </message>
    <message>
        <source>Print the checklist</source>
        <translation>打印材料清单</translation>
    </message>
    <message>
        <source>Guide: %1</source>
        <translation>办事指南：%1</translation>
    </message>
</context>
<context>
    <name>widgets::GuideSheet</name>
    <message>
        <source>Conditions</source>
        <translation>受理条件</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>Often asked</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>设定依据</translation>
    </message>
    <message>
        <source>Which scenario?</source>
        <translation>属于哪种情形？</translation>
    </message>
    <message>
        <source>That decides the scenario; F12 takes it</source>
        <translation>情形已确定，按 F12 采用</translation>
    </message>
    <message>
        <source>Limits and fee</source>
        <translation>时限和收费</translation>
    </message>
    <message>
        <source>decided on the spot</source>
        <translation>即办件</translation>
    </message>
    <message numerus="yes">
        <source>by law %n working day(s)</source>
        <translation>
            <numerusform>法定 %n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promised in %n working day(s)</source>
        <translation>
            <numerusform>承诺 %n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>Fee: %1</source>
        <translation>收费：%1</translation>
    </message>
    <message>
        <source>Decided by: %1</source>
        <translation>承办部门：%1</translation>
    </message>
    <message>
        <source>Materials, as far as the scenario is known</source>
        <translation>申请材料（情形确定后会更准）</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message numerus="yes">
        <source>%n secondary material(s) may be deferred</source>
        <translation>
            <numerusform>可容缺 %n 份次件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>depends on the scenario</source>
        <translation>视情形</translation>
    </message>
    <message>
        <source>may come from an e-licence</source>
        <translation>可用电子证照免交</translation>
    </message>
    <message>
        <source>may be deferred</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>Blank form: %1</source>
        <translation>空白表：%1</translation>
    </message>
    <message>
        <source>Sample: %1</source>
        <translation>样表：%1</translation>
    </message>
</context>
<context>
    <name>widgets::HallDisplay</name>
    <message>
        <source>Hall display</source>
        <translation>大厅显示屏</translation>
    </message>
</context>
<context>
    <name>widgets::HallFigures</name>
    <message>
        <source>Waiting and windows</source>
        <translation>等候人数和窗口</translation>
    </message>
</context>
<context>
    <name>widgets::HallPane</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>it cannot be read now</source>
        <translation>现在读不到</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do now: Esc</source>
        <translation>
            <numerusform>有%n件事要处理：Esc</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::HallWindow</name>
    <message>
        <source>Hall display</source>
        <translation>大厅显示屏</translation>
    </message>
</context>
<context>
    <name>widgets::InkArea</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>widgets::IntakePage</name>
    <message>
        <source>The card has been read, but its validity has ended.</source>
        <translation>身份证已读，但已过有效期。</translation>
    </message>
    <message>
        <source>Ask for a valid one, or go on if the item allows it.</source>
        <translation>请申请人出示有效证件；事项允许的可继续。</translation>
    </message>
    <message>
        <source>Card read, it can be taken back. Ctrl+Z brings back what was there before.</source>
        <translation>身份证已读，可以取回。Ctrl+Z 可还原先前内容</translation>
    </message>
    <message>
        <source>Pages are still arriving.</source>
        <translation>还有页面没扫完。</translation>
    </message>
    <message>
        <source>Wait for them, or stop the scan with Esc.</source>
        <translation>请等扫完，或按 Esc 停止扫描。</translation>
    </message>
    <message numerus="yes">
        <source>All %n page(s) are in their places.</source>
        <translation>
            <numerusform>%n 页全部归类完毕。</numerusform>
        </translation>
    </message>
    <message>
        <source>Separator sheets printed: put each in front of its papers.</source>
        <translation>分隔页已打印，请放在各材料之前。</translation>
    </message>
    <message>
        <source>%1 pages are in their places, %2 are to be confirmed (Alt+6).</source>
        <translation>已归类 %1 页，%2 页待确认（Alt+6）。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) taken from the file.</source>
        <translation>
            <numerusform>已从文件导入 %n 页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank page(s) taken out. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>已剔除 %n 页空白页，Ctrl+Z 可还原。</numerusform>
        </translation>
    </message>
    <message>
        <source>No page is blank.</source>
        <translation>没有空白页。</translation>
    </message>
    <message>
        <source>Fronts and backs are sheets now. Ctrl+Z brings the old order back.</source>
        <translation>正反面已按张排好，Ctrl+Z 可还原。</translation>
    </message>
    <message>
        <source>Both sides are scanned from now on.</source>
        <translation>已改为双面扫描。</translation>
    </message>
    <message>
        <source>One side is scanned from now on.</source>
        <translation>已改为单面扫描。</translation>
    </message>
    <message>
        <source>Only the front of the card is taken.</source>
        <translation>证件只拍了正面。</translation>
    </message>
    <message>
        <source>Turn the card over, or let it be with I.</source>
        <translation>请翻面再拍，或按 I 放弃。</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) printed from the scan.</source>
        <translation>
            <numerusform>已按扫描件打印 %n 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>The checklist is printed.</source>
        <translation>材料清单已打印。</translation>
    </message>
    <message>
        <source>Noted as an enquiry. F2 finishes the number and calls the next.</source>
        <translation>已记为咨询。按 F2 结束本号并叫下一位。</translation>
    </message>
    <message>
        <source>Choose an item first: the guide is about it.</source>
        <translation>请先选事项，再看它的办事指南。</translation>
    </message>
    <message>
        <source>The card is the applicant&apos;s.</source>
        <translation>是申请人本人的证件。</translation>
    </message>
    <message>
        <source>The card is the agent&apos;s.</source>
        <translation>是代办人的证件。</translation>
    </message>
    <message>
        <source>The card is neither the applicant&apos;s nor the agent&apos;s of this case.</source>
        <translation>不是本办件申请人或代办人的证件。</translation>
    </message>
    <message>
        <source>Ask for whom they come.</source>
        <translation>请问清来人替谁办理。</translation>
    </message>
</context>
<context>
    <name>widgets::ItemBand</name>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Name, pinyin, initials or code</source>
        <translation>名称、拼音、首字母或编码</translation>
    </message>
    <message>
        <source>Find item</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>查到的事项</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>办理情形</translation>
    </message>
    <message>
        <source>decided on the spot</source>
        <translation>即办件</translation>
    </message>
    <message numerus="yes">
        <source>promised in %n working day(s)</source>
        <translation>
            <numerusform>承诺 %n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secondary material(s) may be deferred</source>
        <translation>
            <numerusform>可容缺 %n 份次件</numerusform>
        </translation>
    </message>
    <message>
        <source>Which scenario? Arrow keys or its number, then Enter</source>
        <translation>哪种情形？按方向键或序号，回车确定</translation>
    </message>
    <message>
        <source>The catalogue has not arrived yet; it comes by itself</source>
        <translation>事项目录还没有取到，取到后自动显示</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or fewer letters</source>
        <translation>没有找到。换个词，或少输几个字母再试</translation>
    </message>
    <message>
        <source>What does the applicant want? For example 食品经营, spjy or the code</source>
        <translation>申请人要办什么？例如 食品经营、spjy 或事项编码</translation>
    </message>
    <message>
        <source>Find another</source>
        <translation>另选事项</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1 第 %2 件，共 %3 件</translation>
    </message>
    <message>
        <source>Submitted online %1: %2 · Alt+0 takes it over</source>
        <translation>网上已申报（%1）：%2 · Alt+0 接办</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>办事指南</translation>
    </message>
</context>
<context>
    <name>widgets::MainWindow</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>F2 calls the next · F1 all keys</source>
        <translation>F2 呼叫下一位 · F1 查看全部按键</translation>
    </message>
    <message>
        <source>Signed in without the back office. What you take in is sent once it can be reached.</source>
        <translation>已离线登录。受理的办件先存本机，联网后自动上传。</translation>
    </message>
    <message>
        <source>%1: %2. The papers are being printed.</source>
        <translation>%1：%2，正在打印文书</translation>
    </message>
    <message>
        <source>%1: %2. Papers printed.</source>
        <translation>%1：%2，文书已打印</translation>
    </message>
    <message>
        <source>%1 please, to %2</source>
        <translation>请 %1 号到%2办理</translation>
    </message>
    <message numerus="yes">
        <source>The last draft is open again; %n more stand under Today (Ctrl+5).</source>
        <translation>
            <numerusform>上次没办完的已恢复；另有 %n 件草稿在“今日”（Ctrl+5）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft you were working on is open again.</source>
        <translation>上次没办完的已恢复，接着办即可。</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>关闭程序？</translation>
    </message>
    <message>
        <source>A ticket is still in service. Close anyway? Nothing typed is lost.</source>
        <translation>还有正在办理的号，确定关闭吗？已录入的内容不会丢。</translation>
    </message>
    <message>
        <source>There is space again: everything typed is saved.</source>
        <translation>磁盘已有空间，录入的内容已全部保存。</translation>
    </message>
    <message>
        <source>Throw the draft away?</source>
        <translation>删除这份草稿？</translation>
    </message>
    <message>
        <source>What was typed and scanned for it cannot be brought back.</source>
        <translation>已录入和扫描的内容将无法找回。</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n now.</source>
        <translation>
            <numerusform>正在上传 %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>没有待传的办件。</translation>
    </message>
    <message numerus="yes">
        <source>The papers of %n earlier case(s) were never printed.</source>
        <translation>
            <numerusform>之前有 %n 件的文书没有打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>Print them under Today (Ctrl+5) with Ctrl+P.</source>
        <translation>请按 Ctrl+5 到“今日”，选中后按 Ctrl+P 打印。</translation>
    </message>
    <message>
        <source>The disk is full: what was typed last would be lost. Close anyway?</source>
        <translation>磁盘已满，最后录入的内容还没存上，关闭会丢失。仍要关闭吗？</translation>
    </message>
    <message>
        <source>The applicant can sign the commitment on the second screen.</source>
        <translation>请申请人在副屏上签署承诺书</translation>
    </message>
    <message>
        <source>The commitment is signed.</source>
        <translation>承诺书已签名</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) need not be brought: Space on the line uses what is held.</source>
        <translation>
            <numerusform>有 %n 份材料可以免交：在该行按空格使用已有材料。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is taken over with its files.</source>
        <translation>已接办 %1，附件一并转入。</translation>
    </message>
    <message>
        <source>%1 hands a visit over to you: Ctrl+5, Enter.</source>
        <translation>%1转来一件：按 Ctrl+5，再按回车接办。</translation>
    </message>
    <message>
        <source>The visit goes to window %1.</source>
        <translation>已转往%1号窗口。</translation>
    </message>
    <message>
        <source>%1 list(s) printed, %2 original(s) leave.</source>
        <translation>已打印交接单 %1 张，移交原件 %2 份。</translation>
    </message>
    <message>
        <source>Noted: told by phone.</source>
        <translation>已记录：电话告知。</translation>
    </message>
    <message>
        <source>Noted: need not be told.</source>
        <translation>已记录：不必通知。</translation>
    </message>
    <message>
        <source>The supervisor is asked.</source>
        <translation>已向主任请示。</translation>
    </message>
    <message>
        <source>%1 has granted the exception.</source>
        <translation>%1已同意例外办理。</translation>
    </message>
    <message>
        <source>%1 has denied the exception.</source>
        <translation>%1未同意例外办理。</translation>
    </message>
    <message>
        <source>%1 asks for an exception: Ctrl+5.</source>
        <translation>%1请示例外办理：按 Ctrl+5。</translation>
    </message>
    <message>
        <source>%1 is put right.</source>
        <translation>%1 已更正。</translation>
    </message>
    <message>
        <source>%1 is put right. Its papers are printed anew.</source>
        <translation>%1 已更正，文书重新打印。</translation>
    </message>
    <message>
        <source>How %1 stands is printed.</source>
        <translation>%1 的进度告知单已打印。</translation>
    </message>
    <message>
        <source>The applicant can evaluate the service on the second screen.</source>
        <translation>申请人可在副屏上评价本次服务。</translation>
    </message>
    <message>
        <source>The applicant has evaluated the service.</source>
        <translation>申请人已评价。</translation>
    </message>
    <message>
        <source>There is nothing to evaluate now, or no second screen.</source>
        <translation>现在没有可评价的服务，或没有接副屏。</translation>
    </message>
    <message>
        <source>Window %1 is told.</source>
        <translation>已通知%1号窗口。</translation>
    </message>
    <message>
        <source>%1: the last press is taken back.</source>
        <translation>%1：已撤销上一步。</translation>
    </message>
    <message>
        <source>%1: noted what was done.</source>
        <translation>%1：回访已记录。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>F2 finish and call next · Shift+F2 finish · Ctrl+F2 call a number · F3 recall · Shift+F3 call bar · F4 no-show · F5 read card · F6 hold, take up again · F7 transfer · Shift+F7 return to the queue · F8 pause · F9 scan · Shift+F9 the whole stack · Ctrl+F9 both sides · F11 preview · F12 accept · Alt+1 notice, receipt, refusal · Alt+2 commitment · Alt+3 authorisation seen · Alt+4 person or organisation · Alt+5 agent · Alt+6 pages to confirm · Alt+7 separators · Alt+8 look at pages · Alt+9 document camera · Alt+0 what was submitted online · Space paper seen · - falls short · V checked against the original · Delete last page · Ctrl+K find item · Ctrl+G guide to the item · Ctrl+D post the result · Ctrl+E ask the supervisor · Ctrl+M ask for an evaluation · Ctrl+T give a number · Ctrl+Z undo · Ctrl+P print · Ctrl+L lock · Ctrl+1 intake · Ctrl+2 to be completed · Ctrl+3 hand out · Ctrl+4 look up · Ctrl+5 today · Ctrl+6 the hall · Ctrl+7 statistics · Ctrl+8 settings · Esc back</source>
        <translation>F2 结束本号并叫下一位 · Shift+F2 只结束本号 · Ctrl+F2 指定叫号 · F3 重呼 · Shift+F3 叫号条 · F4 过号 · F5 读卡 · F6 挂起、接着办 · F7 转移 · Shift+F7 退回排队 · F8 暂停 · F9 扫描 · Shift+F9 整叠扫描 · Ctrl+F9 双面 · F11 预览 · F12 受理 · Alt+1 告知、收件、不予受理 · Alt+2 承诺 · Alt+3 委托书已核 · Alt+4 个人或单位 · Alt+5 经办人 · Alt+6 待确认页 · Alt+7 分隔页 · Alt+8 查看页面 · Alt+9 高拍仪 · Alt+0 接办网上申报 · 空格 已核对 · - 不合格 · V 与原件核对 · Delete 删末页 · Ctrl+K 找事项 · Ctrl+G 办事指南 · Ctrl+D 邮寄结果 · Ctrl+E 请示主任 · Ctrl+M 请评价 · Ctrl+T 取号 · Ctrl+Z 撤销 · Ctrl+P 打印 · Ctrl+L 锁定 · Ctrl+1 受理 · Ctrl+2 待补 · Ctrl+3 出件 · Ctrl+4 查询 · Ctrl+5 今日 · Ctrl+6 监控 · Ctrl+7 统计 · Ctrl+8 设置 · Esc 返回</translation>
    </message>
    <message>
        <source>Number %1 is given.</source>
        <translation>已取号：%1。</translation>
    </message>
    <message>
        <source>Window %1 asks for a pause: Ctrl+6.</source>
        <translation>%1号窗口申请暂停：Ctrl+6。</translation>
    </message>
    <message>
        <source>The card is not needed here. Ctrl+1 goes to the intake, F5 reads it there.</source>
        <translation>这个页面用不到身份证。按 Ctrl+1 到受理页，再按 F5 读卡。</translation>
    </message>
    <message>
        <source>Granted to %1: %2.</source>
        <translation>已同意%1例外办理：%2。</translation>
    </message>
    <message>
        <source>Denied to %1: %2.</source>
        <translation>未同意%1例外办理：%2。</translation>
    </message>
    <message>
        <source>The visit handed over to you is under Today: Ctrl+5.</source>
        <translation>转来的办件已接下，在“今日”里：按 Ctrl+5。</translation>
    </message>
</context>
<context>
    <name>widgets::MaterialBand</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>正在扫描…</translation>
    </message>
    <message>
        <source>The checklist appears once item and scenario are chosen</source>
        <translation>选定事项和情形后，这里列出所需材料</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message numerus="yes">
        <source>%n unsorted · Alt+6</source>
        <translation>
            <numerusform>%n 页待归类 · Alt+6</numerusform>
        </translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>双面</translation>
    </message>
    <message>
        <source>F9 scan · Shift+F9 the whole stack · Space paper seen · - falls short · V checked · → look at pages</source>
        <translation>F9 扫描 · Shift+F9 整叠扫描 · 空格 已核对 · - 不合格 · V 与原件核对 · → 查看页面</translation>
    </message>
</context>
<context>
    <name>widgets::MaterialDelegate</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::MissedPart</name>
    <message>
        <source>Missed number</source>
        <translation>过号的号码</translation>
    </message>
    <message>
        <source>Enter puts it back in the queue</source>
        <translation>按回车恢复排队</translation>
    </message>
    <message>
        <source>%1 waits again in its queue.</source>
        <translation>%1 已恢复排队。</translation>
    </message>
    <message>
        <source>%1 was missed at %2: put it back</source>
        <translation>%1 在 %2 过号：恢复排队</translation>
    </message>
</context>
<context>
    <name>widgets::NavBar</name>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>To be completed</source>
        <translation>待补</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>出件</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>The hall</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>widgets::PagePane</name>
    <message>
        <source>Pages of the material</source>
        <translation>材料页面</translation>
    </message>
    <message>
        <source>%1 · page %2 of %3</source>
        <translation>%1 · 第 %2 页，共 %3 页</translation>
    </message>
    <message>
        <source>Scanning again…</source>
        <translation>正在重扫…</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Changed · O as captured</source>
        <translation>已改动 · O 还原原图</translation>
    </message>
    <message>
        <source>Draw the frame, or: Tab next edge · arrows move it (Shift: finely) · + − closer, further · Enter crop · Esc leave</source>
        <translation>拖动画框，或：Tab 换边 · 方向键移动（按住 Shift 微调）· + − 放大、缩小 · 回车裁剪 · Esc 取消</translation>
    </message>
    <message>
        <source>← → page · Ctrl+← → move it · R L turn · S straighten · C crop · O as captured · A scan again · F9 more pages · 1–9 to that material · Delete take out · B take out blank ones · M fronts and backs into sheets · Ctrl+P print a copy · + − 0 zoom · Ctrl+Z undo</source>
        <translation>← → 翻页 · Ctrl+← → 移动本页 · R L 旋转 · S 纠斜 · C 裁剪 · O 还原原图 · A 重扫 · F9 接着扫 · 1–9 移到该材料 · Delete 剔除 · B 剔除空白页 · M 正反面排成张 · Ctrl+P 打印复印件 · + − 0 缩放 · Ctrl+Z 撤销</translation>
    </message>
</context>
<context>
    <name>widgets::PageView</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>widgets::PaperBand</name>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>What is printed depends on the verdict</source>
        <translation>有了结论后显示要出的文书</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>widgets::PartyForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Residence permit (HK, Macao, Taiwan)</source>
        <translation>港澳台居民居住证</translation>
    </message>
    <message>
        <source>Permanent residence card</source>
        <translation>外国人永久居留身份证</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Military certificate</source>
        <translation>军人证件</translation>
    </message>
    <message>
        <source>Other certificate</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>Certificate type</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
</context>
<context>
    <name>widgets::PeriodBar</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message numerus="yes">
        <source>At most %n day(s), the first one first</source>
        <translation>
            <numerusform>最多%n天，起始日在前</numerusform>
        </translation>
    </message>
    <message>
        <source>A day, like 2026-11-23</source>
        <translation>请写日期，如 2026-11-23</translation>
    </message>
</context>
<context>
    <name>widgets::Portrait</name>
    <message>
        <source>Photo from the card</source>
        <translation>证件照片</translation>
    </message>
    <message>
        <source>The photo cannot be shown here: compare the person with the card itself.</source>
        <translation>本机无法显示证件照片，请与证件原件核对本人。</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>无照片</translation>
    </message>
</context>
<context>
    <name>widgets::PreviewPane</name>
    <message>
        <source>Preview of the papers</source>
        <translation>文书预览</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（第 %2 份，共 %3 份）</translation>
    </message>
    <message>
        <source>← → other papers · ↑ ↓ scroll</source>
        <translation>← → 换文书 · ↑ ↓ 翻看</translation>
    </message>
</context>
<context>
    <name>widgets::QueueForm</name>
    <message>
        <source>Transfer to</source>
        <translation>转移到</translation>
    </message>
    <message>
        <source>Window or class</source>
        <translation>窗口号或类别</translation>
    </message>
    <message>
        <source>Note for them</source>
        <translation>给对方的备注</translation>
    </message>
    <message>
        <source>Call a number</source>
        <translation>指定叫号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Fetches something</source>
        <translation>去取材料</translation>
    </message>
    <message>
        <source>Waits for somebody</source>
        <translation>等人</translation>
    </message>
    <message>
        <source>Called by mistake</source>
        <translation>误叫</translation>
    </message>
    <message>
        <source>Back to the queue because</source>
        <translation>退回排队，原因</translation>
    </message>
    <message>
        <source>Pause for</source>
        <translation>暂停原因</translation>
    </message>
    <message>
        <source>Esc: no</source>
        <translation>Esc 取消</translation>
    </message>
    <message numerus="yes">
        <source>One of %n answers, by digit</source>
        <translation>
            <numerusform>按数字从 %n 项中选一项</numerusform>
        </translation>
    </message>
    <message>
        <source>F12: do it · Esc: no</source>
        <translation>F12 确定 · Esc 取消</translation>
    </message>
</context>
<context>
    <name>widgets::QueuePanel</name>
    <message>
        <source>Call next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1类 %2</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>没有人等候</translation>
    </message>
    <message>
        <source>longest %1 min</source>
        <translation>最长 %1 分</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>正在呼叫…</translation>
    </message>
    <message>
        <source>Take up %1 again</source>
        <translation>接着办 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n finished since the start</source>
        <translation>
            <numerusform>本次登录已办 %n 号</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known while the back office cannot be reached</source>
        <translation>连不上后台，不知道等候人数</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>指定叫号</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Without the back office this window can call %n number(s)</source>
        <translation>
            <numerusform>断网，本窗口还可叫 %n 个号</numerusform>
        </translation>
    </message>
    <message>
        <source>No pause after all</source>
        <translation>撤回暂停申请</translation>
    </message>
    <message>
        <source>Pause approved (%1): begins after this number</source>
        <translation>已同意暂停（%1）：办完这个号开始</translation>
    </message>
    <message>
        <source>Asked for a pause (%1), waiting for the supervisor</source>
        <translation>已申请暂停（%1），等主任同意</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>取号</translation>
    </message>
</context>
<context>
    <name>widgets::ReadinessCard</name>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
</context>
<context>
    <name>widgets::ReminderPane</name>
    <message>
        <source>taken in</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>to be corrected</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>ready to collect</source>
        <translation>可领取</translation>
    </message>
    <message>
        <source>Nobody waits for a call: messages have reached everybody</source>
        <translation>没有需要电话通知的，消息都已送达</translation>
    </message>
    <message>
        <source>Told by phone</source>
        <translation>已电话告知</translation>
    </message>
    <message>
        <source>Applicants to call</source>
        <translation>电话提醒</translation>
    </message>
    <message>
        <source>Delete: need not be told · Esc back</source>
        <translation>Delete 不必通知 · Esc 返回</translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>the message did not arrive</source>
        <translation>消息未送达</translation>
    </message>
    <message>
        <source>Not known while the back office cannot be reached</source>
        <translation>连不上后台，不知道要给谁打电话</translation>
    </message>
</context>
<context>
    <name>widgets::ScannerCard</name>
    <message>
        <source>Scanner</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>Scanner on this machine</source>
        <translation>本机扫描仪</translation>
    </message>
    <message>
        <source>%1 · in use</source>
        <translation>%1 · 使用中</translation>
    </message>
    <message>
        <source>No scanner has been found. Network scanners announce themselves; others appear once they are plugged in.</source>
        <translation>未找到扫描仪。网络扫描仪会自动出现，USB 扫描仪接上后出现。</translation>
    </message>
    <message>
        <source>Enter uses the scanner · Alt+2 it was replaced: accept its new certificate</source>
        <translation>回车选用 · 如已更换设备，按 Alt+2 认可新证书</translation>
    </message>
    <message>
        <source>Both sides (Ctrl+F9)</source>
        <translation>双面（Ctrl+F9）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>进纸方式</translation>
    </message>
    <message>
        <source>Feeder, else glass</source>
        <translation>自动（先进纸器，后平板）</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>平板</translation>
    </message>
    <message>
        <source>Feeder</source>
        <translation>进纸器</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>As large as it takes</source>
        <translation>最大幅面</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsPage</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>A change of language shows after the next start</source>
        <translation>语言在下次启动后生效</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Readiness · Alt+1 looks again</source>
        <translation>就绪检查 · Alt+1 重新检查</translation>
    </message>
    <message>
        <source>Yichuang %1 · Alt+3 about and licences</source>
        <translation>一窗 %1 · Alt+3 关于与许可证</translation>
    </message>
    <message>
        <source>Alt+4 shows every paper as it is printed here</source>
        <translation>Alt+4 查看各种文书的打印样张</translation>
    </message>
</context>
<context>
    <name>widgets::ShiftPane</name>
    <message>
        <source>Hand over, print the lists</source>
        <translation>移交原件并打印交接单</translation>
    </message>
    <message>
        <source>Digit: only this department · Ctrl+P prints the last list again · Esc back</source>
        <translation>按数字只移交该部门 · Ctrl+P 补打上一张交接单 · Esc 返回</translation>
    </message>
    <message>
        <source>End of the shift</source>
        <translation>本班小结</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) taken in today</source>
        <translation>
            <numerusform>今日收件 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 papers printed, %2 printed again</source>
        <translation>打印文书 %1 份，补打 %2 份</translation>
    </message>
    <message>
        <source>Papers never printed: %1</source>
        <translation>文书未打印：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) not finished</source>
        <translation>
            <numerusform>还有 %n 件草稿没办完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that the back office did not take: look at them under Today</source>
        <translation>
            <numerusform>有 %n 项后台没有接收，请在“今日”里处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything has been sent</source>
        <translation>全部已上传</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wait to be sent</source>
        <translation>
            <numerusform>还有 %n 项待传</numerusform>
        </translation>
    </message>
    <message>
        <source>The back office cannot be reached: its count is not known</source>
        <translation>连不上后台，无法核对后台件数</translation>
    </message>
    <message numerus="yes">
        <source>The back office has the same %n case(s)</source>
        <translation>
            <numerusform>与后台件数一致，共 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The back office has %1 of %2 cases</source>
        <translation>后台只有 %1 件，本窗口 %2 件</translation>
    </message>
    <message>
        <source>Tickets: %1 done, %2 no-show</source>
        <translation>叫号：办完 %1 个，过号 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) not finished</source>
        <translation>
            <numerusform>还有 %n 个号没办完</numerusform>
        </translation>
    </message>
    <message>
        <source>No originals wait here for a department</source>
        <translation>没有待移交的材料原件</translation>
    </message>
    <message>
        <source>%1: %2 cases, %3 originals</source>
        <translation>%1：%2 件，原件 %3 份</translation>
    </message>
    <message>
        <source>List %1: %2 originals handed to %3</source>
        <translation>交接单 %1：原件 %2 份，已移交%3</translation>
    </message>
    <message numerus="yes">
        <source>%n enquiry(ies) answered</source>
        <translation>
            <numerusform>答复咨询 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a checklist</source>
        <translation>
            <numerusform>其中打印清单 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>The back office has %1 of %2 enquiries</source>
        <translation>后台收到 %1 次咨询，本机共 %2 次</translation>
    </message>
</context>
<context>
    <name>widgets::SignInPage</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>One window for all services</source>
        <translation>一窗受理，一次办好</translation>
    </message>
    <message>
        <source>Clerk number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Sign in and open the window</source>
        <translation>登录并开窗</translation>
    </message>
    <message>
        <source>Number, password and window are all needed.</source>
        <translation>工号、密码、窗口都要填。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>立即更新</translation>
    </message>
    <message>
        <source>Take over and open the window</source>
        <translation>接替登录并开窗</translation>
    </message>
</context>
<context>
    <name>widgets::SignaturePad</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>widgets::StackPane</name>
    <message>
        <source>Pages to confirm</source>
        <translation>待确认的页</translation>
    </message>
    <message>
        <source>Enter as proposed · 1–9 another material · Delete take out · F12 all as proposed · Esc later</source>
        <translation>Enter 按建议 · 1–9 改归其他材料 · Delete 剔除 · F12 全部按建议 · Esc 稍后</translation>
    </message>
    <message>
        <source>Reading titles…</source>
        <translation>正在识别标题…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to confirm</source>
        <translation>
            <numerusform>%n 页待确认</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Tickets and waits</source>
        <translation>取号与等候</translation>
    </message>
    <message>
        <source>When people come</source>
        <translation>取号时段</translation>
    </message>
    <message>
        <source>Clerks</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Clerks or items</source>
        <translation>切换人员、事项</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Tickets and waits stand here once somebody has taken one.</source>
        <translation>有人取号后，这里显示取号与等候。</translation>
    </message>
    <message>
        <source>The back office cannot be reached</source>
        <translation>连接不上后台</translation>
    </message>
    <message>
        <source>The figures are being read</source>
        <translation>正在读取</translation>
    </message>
    <message numerus="yes">
        <source>Data %n s old</source>
        <translation>
            <numerusform>数据%n秒前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data %n min old</source>
        <translation>
            <numerusform>数据%n分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>the back office cannot be reached</source>
        <translation>连接不上后台</translation>
    </message>
</context>
<context>
    <name>widgets::StatisticsWords</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第%1页 共%2页</translation>
    </message>
    <message>
        <source>%1 · Statistics</source>
        <translation>%1 · 政务服务统计</translation>
    </message>
    <message>
        <source>Made on %1 by %2</source>
        <translation>%1 由 %2 生成</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>Tickets taken</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>served %1</source>
        <translation>办完 %1</translation>
    </message>
    <message>
        <source>no-show %1</source>
        <translation>过号 %1</translation>
    </message>
    <message>
        <source>Average wait</source>
        <translation>平均等候</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>最长 %1</translation>
    </message>
    <message>
        <source>over %1 min: %2</source>
        <translation>超%1分 %2</translation>
    </message>
    <message>
        <source>Average service</source>
        <translation>平均办理</translation>
    </message>
    <message>
        <source>pauses over %1 min: %2</source>
        <translation>暂停超%1分 %2次</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>evaluations %1</source>
        <translation>评价 %1</translation>
    </message>
    <message>
        <source>bad %1</source>
        <translation>差评 %1</translation>
    </message>
    <message>
        <source>Cases taken in</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>one-window %1</source>
        <translation>综合窗口 %1</translation>
    </message>
    <message>
        <source>one trip %1</source>
        <translation>一次办成 %1</translation>
    </message>
    <message>
        <source>Papers saved</source>
        <translation>少交材料</translation>
    </message>
    <message>
        <source>deferred %1, kept %2</source>
        <translation>容缺 %1：按期 %2</translation>
    </message>
    <message>
        <source>late %1, passed %2</source>
        <translation>逾期 %1，未补 %2</translation>
    </message>
    <message>
        <source>Tickets taken, hour by hour</source>
        <translation>各时段取号</translation>
    </message>
    <message>
        <source>Tickets taken, day by day</source>
        <translation>每日取号</translation>
    </message>
    <message>
        <source>Average wait (min)</source>
        <translation>平均等候（分）</translation>
    </message>
    <message numerus="yes">
        <source>limit %n min</source>
        <translation>
            <numerusform>上限%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>%1h</source>
        <translation>%1时</translation>
    </message>
    <message>
        <source>When people come: tickets on an average day</source>
        <translation>取号时段（日均）</translation>
    </message>
    <message>
        <source>When people come: tickets</source>
        <translation>取号时段</translation>
    </message>
    <message>
        <source>Clerks</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>办完</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均办理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开窗</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Long pauses</source>
        <translation>超时暂停</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>One trip</source>
        <translation>一次办成</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按期补齐</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期补齐</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>到期未补</translation>
    </message>
</context>
<context>
    <name>widgets::TicketPane</name>
    <message>
        <source>Give the number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Residence permit (HK, Macao, Taiwan)</source>
        <translation>港澳台居民居住证</translation>
    </message>
    <message>
        <source>Permanent residence card</source>
        <translation>外国人永久居留身份证</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Military certificate</source>
        <translation>军人证件</translation>
    </message>
    <message>
        <source>Other certificate</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>Certificate type</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Class, by its letter</source>
        <translation>类别（按字母选）</translation>
    </message>
    <message>
        <source>Called earlier, by digit: only who says so; age is read off the card</source>
        <translation>优先群体（按数字选，由本人提出；年龄按身份证号码自动认定）</translation>
    </message>
    <message>
        <source>Ctrl+P prints the slip again · Esc back</source>
        <translation>Ctrl+P 补打号票 · Esc 返回</translation>
    </message>
    <message>
        <source>The next person</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Giving…</source>
        <translation>正在取号…</translation>
    </message>
    <message>
        <source>appointment at %1 found</source>
        <translation>已找到 %1 的预约</translation>
    </message>
    <message numerus="yes">
        <source>%n before, wait %1</source>
        <translation>
            <numerusform>前面还有 %n 位，预计等候%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The slip is being printed…</source>
        <translation>正在打印号票…</translation>
    </message>
    <message>
        <source>The slip is printed.</source>
        <translation>号票已打印。</translation>
    </message>
    <message>
        <source>The slip is not printed: %1 Ctrl+P prints it again.</source>
        <translation>号票没有打出来：%1 按 Ctrl+P 重新打印。</translation>
    </message>
    <message>
        <source>The next card is read · Ctrl+P prints the slip again · Esc back</source>
        <translation>下一位的证件已读到 · Ctrl+P 重打号票 · Esc 返回</translation>
    </message>
    <message>
        <source>%1: missed, a number now is an ordinary one</source>
        <translation>%1：已过预约时段，现在取号按普通号排队</translation>
    </message>
    <message>
        <source>%1: has its number already</source>
        <translation>%1：已取号</translation>
    </message>
    <message>
        <source>%1: press %2 to check it in</source>
        <translation>%1：按 %2 选这一类，取号即签到</translation>
    </message>
    <message>
        <source>%1: the number checks it in</source>
        <translation>%1：取号即签到</translation>
    </message>
    <message>
        <source>%1: the number checks it in, and waits as an ordinary one until then</source>
        <translation>%1：取号即签到，时段开始前按普通号排队</translation>
    </message>
    <message>
        <source>Booked for %1–%2, %3 %4</source>
        <translation>预约 %1–%2，%3 %4</translation>
    </message>
    <message>
        <source>What is booked is not known: %1</source>
        <translation>预约情况没有查到：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n before, no window is open for it yet</source>
        <translation>
            <numerusform>前面还有 %n 位，暂无窗口办理该类业务</numerusform>
        </translation>
    </message>
    <message>
        <source>Lay the card on the reader, or Enter and type or scan a booking&apos;s code · without either is possible · Esc back</source>
        <translation>把身份证放到读卡器上，或按 Enter 输入号码、扫预约码 · 没有证件也可以取号 · Esc 返回</translation>
    </message>
    <message>
        <source>A booking&apos;s code: F12 checks it in</source>
        <translation>预约码：按 F12 取号</translation>
    </message>
</context>
<context>
    <name>widgets::TodayPage</name>
    <message>
        <source>What is taken in today stands here. Begin with Ctrl+1, or call the next with F2</source>
        <translation>今天收的件会列在这里。按 Ctrl+1 开始受理，或按 F2 呼叫下一位</translation>
    </message>
    <message>
        <source>Today&apos;s cases</source>
        <translation>今日办件</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即上传</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Enter opens a draft · Delete throws it away · Ctrl+P prints again</source>
        <translation>回车打开草稿 · Delete 删除草稿 · Ctrl+P 补打</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Window that takes the visit over</source>
        <translation>接办的窗口</translation>
    </message>
    <message>
        <source>Why the visit is handed over</source>
        <translation>转办原因</translation>
    </message>
    <message>
        <source>Hand over to a window</source>
        <translation>转窗口办理</translation>
    </message>
    <message>
        <source>End of the shift</source>
        <translation>本班小结</translation>
    </message>
    <message>
        <source>Applicants to call</source>
        <translation>电话提醒</translation>
    </message>
</context>
<context>
    <name>widgets::TopBar</name>
    <message>
        <source>Online · to send %1</source>
        <translation>在线 · 待传 %1</translation>
    </message>
    <message>
        <source>Offline · to send %1</source>
        <translation>离线 · 待传 %1</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>Reader · absent</source>
        <translation>读卡 · 未连接</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Scanner · absent</source>
        <translation>扫描 · 未连接</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Printer · absent</source>
        <translation>打印 · 未连接</translation>
    </message>
    <message>
        <source>%1 in service %2</source>
        <translation>%1 办理中 %2</translation>
    </message>
    <message>
        <source>Reader · fault</source>
        <translation>读卡 · 故障</translation>
    </message>
    <message>
        <source>%1 called %2</source>
        <translation>%1 已呼叫 %2</translation>
    </message>
</context>
<context>
    <name>widgets::VerdictPanel</name>
    <message>
        <source>Commitment agreed</source>
        <translation>同意签署承诺书</translation>
    </message>
    <message>
        <source>Accept and print</source>
        <translation>受理并打印</translation>
    </message>
    <message>
        <source>Supplement by</source>
        <translation>补齐期限</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承诺办结</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>正在受理…</translation>
    </message>
    <message>
        <source>Accept with deferral</source>
        <translation>容缺受理并打印</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Query code %1</source>
        <translation>查询码 %1</translation>
    </message>
    <message>
        <source>Kept on this machine; sending goes by itself</source>
        <translation>已存本机，自动上传</translation>
    </message>
    <message>
        <source>F2 finishes and calls the next</source>
        <translation>按 F2 结束本号并叫下一位</translation>
    </message>
    <message>
        <source>Commitment signed</source>
        <translation>承诺书已签名</translation>
    </message>
    <message>
        <source>Take the supplement</source>
        <translation>收取补交材料并打印</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) not needed this time</source>
        <translation>
            <numerusform>本次免交 %n 份材料</numerusform>
        </translation>
    </message>
    <message>
        <source>Notice, receipt, refusal</source>
        <translation>告知、收件、不予受理</translation>
    </message>
    <message>
        <source>Ends by itself after</source>
        <translation>自动到期</translation>
    </message>
    <message>
        <source>F12 goes on with %1</source>
        <translation>按 F12 继续办理%1</translation>
    </message>
</context>
<context>
    <name>widgets::WindowDisplay</name>
    <message>
        <source>Window display</source>
        <translation>窗口显示屏</translation>
    </message>
</context>
<context>
    <name>widgets::WindowGrid</name>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>%1号</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::WindowPane</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>since %1 (%2)</source>
        <translation>%1起（%2）</translation>
    </message>
    <message>
        <source>No number here now</source>
        <translation>现在没有号</translation>
    </message>
    <message>
        <source>%1, class %2, served since %3 (%4)</source>
        <translation>%1，%2类，%3开始办理（%4）</translation>
    </message>
    <message>
        <source>%1, class %2, called at %3 (%4)</source>
        <translation>%1，%2类，%3叫号（%4）</translation>
    </message>
    <message>
        <source>Kept for it until %1, should the network fail: %2</source>
        <translation>断网时可叫的号（留到%1）：%2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 to %2 · %3 · %4</source>
        <translation>%1至%2 · %3 · %4</translation>
    </message>
    <message>
        <source>No pause today</source>
        <translation>今天没有暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n pause(s) today</source>
        <translation>
            <numerusform>今天暂停%n次</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>办完</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>正在办</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>等候%1人</translation>
    </message>
    <message>
        <source>no other window</source>
        <translation>别无窗口办理</translation>
    </message>
    <message numerus="yes">
        <source>%n other window(s)</source>
        <translation>
            <numerusform>另有%n个窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the classes</source>
        <translation>调整号类</translation>
    </message>
    <message>
        <source>It has called nobody today</source>
        <translation>今天还没有叫过号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>How</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Last numbers</source>
        <translation>最近的号</translation>
    </message>
    <message>
        <source>Classes it serves</source>
        <translation>办理的号类</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>The window serves them from now on and is told.</source>
        <translation>已生效，并通知了窗口。</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1号窗口</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>平均%1</translation>
    </message>
    <message numerus="yes">
        <source>%n finished today</source>
        <translation>
            <numerusform>今天办完%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens: %1</source>
        <translation>增开：%1</translation>
    </message>
    <message>
        <source>Closes: %1</source>
        <translation>停办：%1</translation>
    </message>
    <message>
        <source>A window serves at least one class.</source>
        <translation>窗口至少要办一类。</translation>
    </message>
    <message>
        <source>Nobody else serves %1, where people wait. F12 once more closes it all the same.</source>
        <translation>没有别的窗口办理%1，而且有人等候。再按F12仍然停办。</translation>
    </message>
    <message>
        <source>%1 waits again and is called next.</source>
        <translation>%1已退回排队，下一个就叫这个号。</translation>
    </message>
    <message>
        <source>Send %1 back to the queue</source>
        <translation>把%1退回排队</translation>
    </message>
</context>
</TS>

use super::RowWords;
use std::ops::Deref;

words! {
    /// The words of one language, those of [`RowWords`] among them.
    Words with rows: RowWords;

    app_title: "客户", "Customers";
    skip_to_list: "跳到客户列表", "Skip to the list";

    // Sign-in
    sign_in: "登录", "Sign in";
    sign_in_lead: "今天联系谁、打哪个号码，都在这里。", "Who to call today, and which number to use.";
    login: "帐号", "Username";
    password: "密码", "Password";
    show_typed: "显示输入的内容", "Show what you typed";
    token: "令牌", "Token";
    token_instead: "或用公司发的令牌", "or use a token from your company";
    token_place: "粘贴公司给的令牌", "Paste the token you were given";
    remember: "在这台设备上记住我", "Remember me on this device";
    signing_in: "登录中…", "Signing in…";
    which_company: "这个帐号在几家公司里，要进哪一家？", "This account is used in several companies. Which one do you want to open?";
    other_account: "换一个帐号", "Use another account";
    sign_in_missing: "请填写帐号和密码，或粘贴令牌。", "Enter your username and password, or paste a token.";
    token_unusable: "这个令牌里有空格、逗号或中文，不是一个完整的令牌，请重新复制。", "This token contains a space, a comma or another character that no token has. Copy it again.";
    session_over: "登录已失效", "You have been signed out";
    session_elsewhere: "帐号在别处登录了", "Your account is in use somewhere else";
    session_over_kept: "同一个人登录，筛选、选中的客户和位置都还在；换一个人登录，从头开始。", "If you sign in as the same person, your filters, selected customers and place are kept. Anyone else starts from scratch.";
    sign_out: "退出登录", "Sign out";

    // Tabs
    tabs: "客户范围", "Whose customers";
    tab_all: "全部", "All";
    tab_my: "我负责的", "Mine";
    tab_sub: "下属负责的", "My team's";
    tab_common: "公共", "Pool";
    tab_assist: "我协作的", "Shared with me";

    // Views that are there for everybody
    due_today: "今天要跟进", "Due today";
    due_this_week: "本周要跟进", "Due this week";
    untouched_week: "7 天没跟进", "Quiet for 7 days";
    new_this_week: "本周新客户", "New this week";
    soon_in_pool: "快流入公海", "Moving to pool";
    nobody_due: "今天没有要跟进的客户", "No customers due today";
    nobody_this_week: "本周没有要跟进的客户", "No customers due this week";
    nobody_untouched: "没有超过 7 天没跟进的客户", "No customer has gone 7 days without a follow-up";
    nobody_new: "本周还没有新客户", "No new customers this week";
    nobody_in_pool_soon: "你名下还没有客户", "You have no customers yet";
    go_on_with: "看「{}」", "Go to “{}”";
    pool_of_loaded: "CRM 不能按流入公海的时间排序，下面只给已加载的 {} 个客户分了组，后面的页里可能还有更急的。", "The CRM cannot sort by when customers move to the pool. Only the {} loaded so far are grouped below; others on later pages may move sooner.";

    // Groups of rows
    group_by: "分组", "Group by";
    group_by_none: "不分组", "No grouping";
    of_loaded: "已加载 {} 行中", "of {} loaded";
    pick_group: "选中这组", "Select group";
    group_overdue: "逾期", "Overdue";
    group_today: "今天", "Today";
    group_tomorrow: "明天", "Tomorrow";
    group_week: "一周内", "Within a week";
    group_later: "更晚", "Later";
    group_no_day: "没有日期", "No date";
    group_nothing: "没有填", "Blank";
    group_past_week: "近 7 天", "Last 7 days";
    group_past_month: "近 30 天", "Last 30 days";
    group_older: "更早", "Older";

    // Filters
    filters: "筛选", "Filters";
    filters_on: "筛选 ({})", "Filters ({})";
    more_filters: "更多筛选", "More filters";
    more_on: "更多 ({})", "More ({})";
    search: "搜索客户", "Search customers";
    search_field: "搜索字段", "Search in";
    any_field: "名称和电话", "Name and phone";
    status: "状态", "Status";
    source: "来源", "Source";
    category: "类型", "Type";
    owner: "负责人", "Owner";
    department: "部门", "Department";
    product: "产品 ID", "Product ID";
    created: "创建时间", "Created";
    updated: "更新时间", "Updated";
    real_revisit: "实际跟进", "Last follow-up";
    revisit_remind: "下次跟进", "Next follow-up";
    all_values: "不限", "Any";
    find_option: "查找", "Find";
    no_option: "没有匹配的选项", "No matches";
    options_loading: "正在取选项…", "Loading options…";
    options_failed: "选项取不到：{}", "Options could not be loaded: {}";
    more_options: "更多…", "More…";
    options_capped: "只列出前 {} 个", "Only the first {} are listed";
    people_capped: "只列出前 {} 个，其他人请输入姓名查找", "Only the first {} are listed; type a name to find others";
    nothing_to_choose: "没有可选的值", "Nothing to choose from";
    name_loading: "正在查找姓名…", "Looking up the name…";
    name_failed: "姓名没查成：{}", "The name could not be looked up: {}";
    name_too_short: "还有更多符合的人，请把姓名输完整一些", "More people match; type more of the name";
    from_day: "从", "From";
    to_day: "到", "To";
    one_day: "只看某一天", "A single day";
    apply: "确定", "Apply";
    close: "关闭", "Close";
    done: "完成", "Done";
    clear_filters: "清空", "Clear all";
    remove_filter: "去掉筛选 {}", "Remove filter {}";
    change_filter: "改筛选 {}", "Change filter {}";
    unnamed_value: "编号 {}", "no. {}";
    link_left_out: "链接里这些内容看不懂，已略过：{}。其余筛选照常。", "Parts of this link were not understood and were left out: {}. Everything else applies.";
    active_filters: "已用的筛选", "Filters in use";
    chip: "{}: {}", "{}: {}";
    chip_search: "搜索: {}", "Search: {}";
    chip_search_in: "{}含: {}", "{} contains: {}";
    sort_by: "排序", "Sort by";
    sort_default: "默认顺序", "Default";

    // Finding in the loaded rows
    find_in_rows: "在已加载的行中查找", "Find in the loaded rows";
    find_count: "在已加载的 {} 行中：{} 行", "In {} loaded row[s]: {} found";
    find_none: "已加载的 {} 行中没有", "Nothing found in the {} loaded row[s]";
    find_send: "在全部客户中搜索", "Search all customers";
    find_close: "关闭查找", "Close search";

    // Date ranges
    due: "到今天为止", "Up to today";
    this_week: "本周", "This week";
    last_week: "上周", "Last week";
    this_month: "本月", "This month";
    last_month: "上月", "Last month";
    last_days: "近 {} 天", "Last {} day[s]";
    next_days: "未来 {} 天", "Next {} day[s]";
    overdue: "已逾期", "Overdue";
    untouched_days: "{} 天没动过", "Not updated for {} day[s]";
    not_followed_days: "{} 天没跟进", "No follow-up for {} day[s]";
    older_days: "{} 天前创建", "Older than {} day[s]";
    before_days: "{} 天以前", "{} day[s] ago or earlier";
    preset_days: "{}（{}）", "{} ({})";
    fixed_days: "固定日期", "fixed dates";
    fixed_days_hint: "固定日期，到了明天也不变。要跟着日子走，请选下面的一项。", "Fixed dates stay the same tomorrow. If they should move with the calendar, pick one below.";
    range: "{} 至 {}", "{} to {}";
    range_from: "{} 起", "from {}";
    range_to: "{} 止", "until {}";

    // Table
    ascending: "升序", "ascending";
    descending: "降序", "descending";
    sort_title: "按{}排序", "Sort by {}";

    pool_note: "CRM 按公海规则算出，多在凌晨 5 点左右；空着表示不会自动退回公海", "Worked out by the CRM from the pool rules, usually around 5 a.m. Blank means the customer does not move to the pool automatically";
    computed_here: "由本页按这一行的日期算出", "Calculated by this page from the row's dates";

    select_all: "选中本页所有行", "Select all rows on this page";
    column_menu: "{}：列菜单", "{}: column menu";
    sort_up: "升序排列", "Sort ascending";
    sort_down: "降序排列", "Sort descending";
    pin: "固定在左侧", "Pin to the left";
    unpin: "取消固定", "Unpin";
    move_left: "左移一列", "Move left";
    move_right: "右移一列", "Move right";
    fit_width: "宽度适合内容", "Fit to content";
    wider: "宽一点", "Wider";
    narrower: "窄一点", "Narrower";
    own_width: "恢复默认宽度", "Default width";
    hide_this: "隐藏「{}」", "Hide “{}”";
    open_customer: "打开客户", "Open customer";
    pick: "选中", "Select";
    unpick: "取消选中", "Deselect";
    copy_cell: "复制单元格", "Copy cell";
    copy_row: "复制整行", "Copy row";
    copy_line: "复制成一句话", "Copy as a sentence";
    copy_numbers: "复制号码", "Copy numbers";
    numbers_copied: "已复制 {} 个号码", "{} number[s] copied";
    no_numbers: "没有能拨打的号码可以复制", "None of these numbers can be called, so there is nothing to copy";
    next_follow_up_at: "下次跟进 {}", "next follow-up {}";
    save_next: "下次跟进存到日历", "Add next follow-up to calendar";
    calendar_plain: "跟进客户", "Follow up with a customer";
    calendar_title: "跟进 {}", "Follow up with {}";
    calendar_file: "下次跟进", "Next follow-up";
    calendar_ask: "日历里要写客户名称吗？", "Put the customer's name in the calendar?";
    calendar_ask_hint: "日历常会同步到别的地方。不写名称，就只写「跟进客户」。只问这一次，以后在帐号菜单里改。", "Calendars often sync to other places. Without the name, the entry only says “Follow up with a customer”. You are asked only once; you can change it later in the account menu.";
    calendar_named: "写上名称", "Include the name";
    calendar_nameless: "不写名称", "Leave out the name";
    calendar_names: "日历里写客户名称", "Customer names in the calendar";
    selection: "选中的客户", "Selected customers";
    picked: "已选 {} 个客户", "{} selected";
    picked_nobody: "没有选中客户", "Nobody selected";
    picked_elsewhere: "，其中 {} 个不在本页", ", {} of them not on this page";
    copy: "复制", "Copy";
    copy_with_titles: "连标题复制", "Copy with headers";
    clear_selection: "取消选择", "Clear";
    copied: "已复制", "Copied";
    rows_copied: "已复制 {} 行", "{} row[s] copied";
    copy_by_key: "没有复制成：浏览器不允许，请按 Ctrl+C 复制", "Not copied: the browser blocked it. Press Ctrl+C to copy";

    // Columns
    columns: "列", "Columns";
    columns_card: "显示哪些列", "Columns to show";
    find_column: "查找列", "Find a column";
    no_column: "没有这样的列", "No such column";
    columns_shown: "显示的列", "Shown";
    columns_all: "全部列", "All columns";
    select_group: "{}：全选", "{}: select all";
    move_column: "移动 {}", "Move {}";
    move_up: "上移 {}", "Move {} up";
    move_down: "下移 {}", "Move {} down";
    move_hint: "拖动，或按 Alt+↑ / Alt+↓", "Drag, or press Alt+↑ / Alt+↓";
    column_moved: "{}：第 {} 位，共 {} 位", "{}: {} of {}";
    pin_column: "固定 {}", "Pin {}";
    hide_column: "隐藏 {}", "Hide {}";
    last_column: "至少留一列", "Keep at least one column";
    not_in_list: "列表不提供", "Not in CRM list";
    computed_mark: "本页计算", "calculated here";
    group_basics: "基本", "Basics";
    group_approval: "审批", "Approval";
    group_contact: "联系方式", "Contact";
    group_follow_up: "跟进", "Follow-up";
    group_ownership: "归属", "Ownership";
    group_time: "时间", "Dates";
    group_custom: "自定义", "Custom";
    density: "行高", "Row height";
    density_compact: "紧凑", "Compact";
    density_normal: "标准", "Normal";
    density_roomy: "宽松", "Roomy";
    wrap: "长文字换行", "Wrap long text";
    reset_columns: "恢复默认", "Reset";
    drift_came: "新增了 {} 列：{}", "New columns ({}): {}";
    drift_gone: "少了 {} 列：{}", "Columns removed ({}): {}";
    drift_also_gone: "；少了 {} 列：{}", "; removed ({}): {}";
    drift_kept: "。你的视图都还在。", ". All your views are kept.";
    and_others: " 等", " and others";
    drift_known: "知道了", "Got it";
    drift_choose: "选择列", "Choose columns";

    // Preview
    preview: "预览", "Preview";
    preview_place: "{} / {}", "{} / {}";
    preview_elsewhere: "不在这一页", "Not on this page";
    preview_spoken: "{}，第 {} 行，共 {} 行", "{}, row {} of {}";
    back_to_list: "返回列表", "Back to the list";
    previous_customer: "上一位", "Previous customer";
    next_customer: "下一位", "Next customer";
    labels: "标签", "Labels";
    phones: "号码", "Numbers";
    other_numbers: "另有 {} 个不能拨打", "{} more that cannot be called";
    hand_over: "扫码用手机拨打 {}", "Call {} from your phone with a QR code";
    hand_over_hint: "用手机相机扫一下，就能拨打", "Scan it with your phone's camera to call";
    qr_name: "{} 的二维码", "QR code for {}";
    copy_value: "复制{}", "Copy: {}";
    only_this: "只看「{}」", "Only “{}”";
    more_fields: "取列表里没有的内容", "Get details the list leaves out";
    more_loading: "正在取…", "Loading…";
    more_failed: "没取到：{}", "Details could not be loaded: {}";
    more_done: "已补上 {} 项", "{} field[s] filled in";
    more_nothing: "这位客户没有更多内容", "There are no further details for this customer";
    empty_fields: "没有内容的 {} 项", "{} empty field[s]";

    // Follow-ups
    follow_ups: "跟进记录", "Follow-ups";
    history: "看跟进记录", "Show follow-ups";
    history_loading: "正在取跟进记录…", "Loading follow-ups…";
    history_slow: "服务器有点慢，还在等…", "The server is slow; still waiting…";
    history_failed: "跟进记录没取到：{}", "Follow-ups could not be loaded: {}";
    history_refused: "你没有权限看这位客户的跟进记录。", "You do not have permission to see this customer's follow-ups.";
    history_empty: "还没有跟进记录", "No follow-ups yet";
    history_more: "更早的", "Show earlier";
    follow_up_next: "下次跟进 {}", "Next follow-up {}";
    follow_up_files: "附件：{}", "Attached: {}";
    follow_up_files_count: "{} 个附件", "{} attachment[s]";
    follow_up_unnamed: "另外 {} 个", "{} more";

    follow_up: "写跟进", "Log a follow-up";
    follow_up_text: "聊了什么", "What was said";
    follow_up_signs: "{} / {}", "{} / {}";
    follow_up_too_long: "太长了，最多 {} 个字", "Too long; {} characters at most";
    follow_up_kind: "方式", "Method";
    follow_up_no_kind: "不选", "None";
    follow_up_remind: "下次跟进", "Next follow-up";
    follow_up_in_days: "3 天后", "In 3 days";
    follow_up_monday: "下周一", "Next Monday";
    follow_up_no_remind: "不约下次", "No next follow-up";
    follow_up_status: "改客户状态", "Change customer status";
    follow_up_same_status: "不改", "Leave as is";
    follow_up_status_hint: "保存时客户的状态也会改成这个。", "Saving also changes the customer's status to this.";
    follow_up_waiting: "等待中…", "Waiting…";
    follow_up_saving: "正在保存…", "Saving…";
    list_moved_up: "跟进过的客户可能已离开名单，后面的补到了前一页", "Customers you followed up may have left the list, and others moved to the page before";
    follow_up_saved: "已保存", "Saved";
    follow_up_refused: "没有保存：{} 内容还在。", "Not saved: {} Your text is still here.";
    follow_up_too_many: "没有发出去：现在查询太多。内容还在，过几秒再点一次保存。", "Not sent: too many lookups right now. Your text is still here; save again in a few seconds.";
    follow_up_offline: "没有发出去：现在没有网络。内容还在，联网后再点一次保存。", "Not sent: you are offline. Your text is still here; save again when you are back online.";
    follow_up_signed_out: "没有发出去：登录已失效。内容还在，登录后再点一次保存。", "Not sent: you have been signed out. Your text is still here; sign in and save again.";
    follow_up_looking: "不知道有没有保存上，正在跟进记录里查…", "Not sure whether this was saved; checking the follow-ups…";
    follow_up_not_found: "跟进记录里没有找到这一条。内容还在，可以再查一次，也可以再发一次。", "This is not among the follow-ups. Your text is still here; check again, or send it again.";
    follow_up_unsure: "不知道有没有保存上，跟进记录也没查到。内容还在，可以再查一次；再发一次可能会重复。", "Not sure whether this was saved, and the follow-ups could not be checked. Your text is still here; check again. Sending it again may save it twice.";
    follow_up_look: "再查一次", "Check again";
    follow_up_send_again: "再发一次", "Send again";

    go_on: "继续", "Continue";
    go_on_hint: "继续看刚才打开的客户", "Back to the customer you had open";
    customer_opening: "正在打开这位客户…", "Opening this customer…";
    customer_not_opened: "这位客户打不开：{}", "This customer could not be opened: {}";

    // Calling through
    run: "逐个拨打", "Call one by one";
    run_short: "拨打", "Call";
    run_picked: "逐个拨打已选的 {} 个", "Call the {} selected one by one";
    run_group: "拨打这组", "Call this group";
    run_nobody: "这里没有可以逐个拨打的客户", "There is no one to call here";
    run_spoken: "{}，第 {} 位，共 {} 位", "{}, {} of {}";
    run_marks: "这通电话的结果", "Result of this call";
    mark_reached: "接通", "Reached";
    mark_no_answer: "没接", "No answer";
    mark_later: "稍后", "Later";
    run_end: "结束", "End";
    run_finish: "看小结", "Show summary";
    run_title: "小结", "Summary";
    run_all: "共 {} 位客户", "{} customer[s]";
    run_unmarked: "没有标记", "Not marked";
    run_later_list: "稍后再打", "Call later";
    run_again: "再打这 {} 位", "Call these {} again";
    run_copy: "复制小结", "Copy summary";
    history_in_run: "逐个拨打时自动显示跟进记录", "Show follow-ups while calling one by one";
    history_in_run_hint: "每位客户多查一次；查询多的时候先不查", "One more lookup per customer; skipped while there are many";
    call_now: "拨打", "Call";
    run_copy_number: "复制号码", "Copy number";
    run_no_number: "没有可以拨打的号码", "No number that can be called";
    run_loading: "正在取这位客户…", "Loading this customer…";
    run_missing: "没取到这位客户：{}", "This customer could not be loaded: {}";

    // Who has a customer
    held: "撞单查询", "Who has this customer?";
    held_name: "客户全名或号码", "Full name or number";
    held_submit: "查询", "Look up";
    held_hint: "输入客户全名，查有没有人在跟；输入号码，在客户列表里找。", "Enter the full name to see whether anyone has this customer, or a number to search the customer list.";
    held_cost_name: "查询 1 次：名称完全相同的客户，包括你看不到的。", "1 lookup: customers with exactly this name, including those you cannot see.";
    held_cost_list: "查询 2 次：在「全部」和「公共」里找，只包括你看得到的。", "2 lookups: in “All” and “Pool”, only customers you can see.";
    held_asking: "正在查…", "Looking up…";
    held_found: "「{}」：查到 {} 个", "“{}”: {} found";
    held_more: "，还有更多，请输入得完整一些", "; there are more, so type more to narrow it down";
    held_none: "「{}」没有查到（可能在你看不到的公海）", "“{}” was not found (the customer may be in a pool you cannot see)";
    held_none_hint: "没有查到，不等于没有人在跟。", "Not finding anyone does not mean that nobody has this customer.";
    held_not_here: "公司的 CRM 不能按名称查有没有人在跟，可以在客户列表里找。", "Your company's CRM cannot look up customers by name; search the customer list instead.";
    held_failed: "没有查成：{}", "The lookup failed: {}";
    held_widen_hint: "名称只记得一部分？", "Only know part of the name?";
    held_widen: "在客户列表里找（查询 2 次）", "Search the customer list (2 lookups)";
    held_in_pool: "公海", "In the pool";
    held_by: "负责人：{}", "Owner: {}";
    held_by_somebody: "有负责人，姓名看不到", "Someone has this customer; you cannot see who";
    held_created: "{} 创建", "created {}";
    held_updated: "{} 更新", "updated {}";

    // Which filter is too narrow
    relax: "哪个筛选太严？（最多查询 {} 次）", "Which filter is too narrow? (up to {} lookup[s])";
    relax_asking: "正在逐个去掉试…", "Trying without each filter…";
    relax_nobody: "去掉「{}」→ 还是没有", "Without “{}” → still none";
    relax_least: "去掉「{}」→ 至少 {} 个", "Without “{}” → at least {}";
    relax_exactly: "去掉「{}」→ {} 个", "Without “{}” → {}";
    relax_remove: "去掉", "Remove";
    relax_none: "只去掉一个都没有用，请多去掉几个。", "Removing one filter is not enough. Remove more than one.";
    relax_none_of_some: "试过的这几个，只去掉一个都没有用，请多去掉几个。", "Removing any one of the filters tried is not enough. Remove more than one.";
    relax_failed: "没有试完：{}", "Not all filters could be tried: {}";

    // The list as words
    share: "分享这个列表", "Share this list";
    share_title: "分享这个列表", "Share this list";
    share_sorted: "按{}", "sorted by {}";
    share_sorted_down: "按{}倒序", "sorted by {}, descending";
    share_grouped: "按{}分组", "grouped by {}";
    share_own_rows: "打开后看到的是你自己有权看的客户，可能和我的不一样。", "You will see the customers you have access to, which may differ from mine.";
    share_receiver: "里面只有筛选和排序，没有客户，也没有你的登录。对方要登录，看到的是自己的客户。", "It contains only filters and sorting: no customers, and nothing about your sign-in. Whoever opens it has to sign in and sees their own customers.";
    share_left_out: "搜索词像号码、邮箱或人名，没有放进去", "The search words look like a number, an email address or a name, so they were left out";
    share_put_in: "勾上就放进去，请想好发给谁", "Tick to include them, but think about who will read this";
    share_copy: "复制", "Copy";
    share_code: "这个列表的二维码，用手机扫", "QR code for this list, to scan with a phone";

    // The loaded rows as pictures
    overview: "概览", "Overview";
    overview_loaded: "已加载的 {} 个客户", "{} loaded customer[s]";
    overview_all: "全部 {} 个客户", "All {} customer[s]";
    overview_scope: "只数已加载的客户；条的长短都按这个总数。", "Only loaded customers are counted; each bar is a share of them.";
    overview_whole_scope: "数的是导出读到的全部客户（{}）；条的长短都按这个总数。", "All customers read by the export are counted ({}); each bar is a share of them.";
    overview_to_loaded: "只数已加载的", "Count only those loaded";
    overview_to_whole: "数全部", "Count all";
    overview_groups: "显示标签组", "Show label groups";
    overview_no_groups: "CRM 没有给标签组的名字。", "The CRM does not name its label groups.";
    overview_groups_hint: "查询 1 次", "1 lookup";
    overview_since: "距上次跟进", "Since the last follow-up";
    overview_due: "接下来七天要跟进", "Due in the next 7 days";
    overview_pool: "快流入公海", "Moving to pool";
    overview_filters: "点一条，在 CRM 里筛选", "Click a bar to filter in the CRM";
    overview_only: "点一条，只看这些行", "Click a bar to show only these rows";
    overview_filter_by: "按「{}」筛选", "Filter by “{}”";
    overview_only_these: "CRM 不能按「{}」筛选，只看已加载的这些行", "The CRM cannot filter by “{}”; only matching loaded rows are shown";
    overview_alone: "只看「{}」：已加载的 {} 行中的 {} 行", "Showing only “{}”: of {} loaded row[s], {}";
    overview_end: "看全部", "Show all";
    overview_days: "{}–{} 天", "{}–{} days";
    overview_more_days: "{} 天以上", "over {} day[s]";
    overview_never: "没有记录", "No record";
    overview_within: "{} 天内", "in {} day[s]";
    overview_rest: "还有 {} 项", "{} more";
    overview_missing: "CRM 的列表没有给：{}", "Not in the CRM's list: {}";

    // The palette
    palette: "快速前往", "Jump to";
    palette_hint: "视图、筛选、列、操作、客户：输入中文、英文或拼音首字母", "Views, filters, columns, actions, customers";
    palette_nothing: "没有这样的条目", "No matches";
    palette_opened: "刚看过", "Recently opened";
    palette_actions: "操作", "Actions";
    palette_clear: "清空筛选", "Clear all filters";
    palette_theme: "切换浅色、深色", "Switch between light and dark";
    palette_language: "切换到英文", "Switch to Chinese";
    palette_show: "显示「{}」", "Show “{}”";
    palette_hide: "隐藏「{}」", "Hide “{}”";

    // Keys
    keys: "快捷键", "Keyboard shortcuts";
    keys_anywhere: "全局", "Anywhere";
    keys_table: "表格", "Table";
    keys_head: "表头", "Column headers";
    key_refresh: "刷新", "Refresh";
    key_view: "切换视图", "Switch view";
    key_undo: "撤销筛选、排序、列", "Undo a filter, sorting or column change";
    key_redo: "恢复撤销的", "Redo";
    undone: "已撤销上一步", "Undone";
    redone: "已恢复", "Redone";
    nothing_to_undo: "没有可以撤销的", "Nothing to undo";
    nothing_to_redo: "没有可以恢复的", "Nothing to redo";
    key_find: "在已加载的行里找", "Find in the loaded rows";
    key_escape: "关闭、退出", "Close or leave";
    key_cell: "移动到别的单元格", "Move to another cell";
    key_row_ends: "行首、行尾", "First or last cell of the row";
    key_table_ends: "表格开头、末尾", "First or last cell of the table";
    key_page: "上下翻一屏", "One screen up or down";
    key_open: "打开客户", "Open the customer";
    key_select: "选中", "Select";
    key_select_more: "连续选中", "Select several rows";
    key_select_all: "全选本页", "Select the whole page";
    key_copy: "复制", "Copy";
    key_enter_cell: "进入单元格", "Enter the cell";
    key_menu: "单元格菜单", "Cell menu";
    key_sort: "排序", "Sort";
    key_width: "调整列宽", "Make narrower or wider";
    key_move_column: "移动列", "Move the column";
    key_neighbour: "上一位、下一位", "Previous or next customer";
    key_close_preview: "关闭预览", "Close the preview";
    single_keys: "单键快捷键", "Single-key shortcuts";
    single_keys_hint: "/、r、b 和 ?，误触多时可关掉", "/, r, b and ?; turn them off if they get in the way";

    // States
    dates: "日期", "Dates";
    dates_relative: "相对", "Relative";
    dates_exact: "完整", "Full";
    phone_click: "点号码时", "Clicking a number";
    phone_calls: "拨打", "calls";
    phone_copies: "复制", "copies";
    number_copied: "已复制 {}", "Copied {}";
    number_not_copied: "没有复制成：浏览器不允许。号码是 {}", "Not copied: the browser blocked it. The number is {}";
    key_veil: "遮住客户", "Blur customers";
    veiled: "已遮住", "Blurred";
    veiled_hint: "只是不让旁边的人一眼看到，并不保密。点一下或按 b 恢复。", "This only stops people nearby from glancing at your customers; it is not protection. Click or press b to go back.";
    // Calls
    refresh: "刷新", "Refresh";
    auto_refresh: "自动刷新", "Refresh automatically";
    auto_refresh_hint: "看着页面、没在输入时，每分钟一次", "Once a minute while you are looking and not typing";
    minutes_ago: "{} 分钟前", "{} min ago";
    hours_ago: "{} 小时前", "{} h ago";
    calls_used: "查询有点多：近 10 秒 {} 次，全公司最多 {} 次", "Many lookups: {} in the last 10 s; the company's limit is {}";
    calls_many: "查询较多 {}/{}", "Many lookups {}/{}";
    calls_waiting: "{} 个在等", "{} waiting";
    waits_for_calls: "查询太多，{} 秒后继续", "Too many lookups; continuing in {} s";
    waits_in_line: "同事们也在查询，正在排队，已等 {} 秒", "Your colleagues are looking things up too; waiting in line, {} s so far";
    stop_waiting: "取消", "Cancel";
    slow_answer: "服务器有点慢，已等 {} 秒", "The server is slow; {} s so far";
    offline_kept: "现在没有网络，显示的是之前读到的；联网后可继续。", "You are offline. What was loaded before is still here; you can continue when you are back online.";
    loading: "正在读取…", "Loading…";
    loaded_rows: "第 {} 页，{} 行", "Page {}, {} row[s]";
    empty_title: "没有符合条件的客户", "No customers match";
    empty_plain: "这里还没有客户", "No customers here yet";
    empty_in_all: "在「全部」里找", "Search in “All”";
    empty_letters: "按拼音首字母在已加载的行里找", "Look for these initials in the loaded rows";
    empty_filters: "正在用的筛选：", "Filters in use:";
    empty_page: "第 {} 页是空的", "Page {} is empty";
    was_last_page: "后面没有了，第 {} 页就是最后一页", "There are no more customers: page {} is the last one";
    first_page: "回到第一页", "Back to the first page";
    error_title: "没有取到客户列表", "The customer list could not be loaded";
    error_kept: "这是上一次取到的内容。", "This is what was loaded before.";
    foreign_tab: "这还是「{}」的客户，不是「{}」。", "These are still the customers in “{}”, not those in “{}”.";
    foreign_search: "这还是搜索之前的客户，不是「{}」的结果。", "These are still the customers from before the search, not those for “{}”.";
    foreign_search_ended: "这还是「{}」的结果。", "These are still the results for “{}”.";
    foreign_words: "这还是「{}」的结果，不是「{}」的。", "These are still the results for “{}”, not for “{}”.";
    foreign_filters: "这还是改筛选之前的客户。", "These are still the customers from before the filters changed.";
    foreign_sort: "这还是改排序之前的客户。", "These are still the customers in the previous order.";
    foreign_page: "这还是第 {} 页，不是第 {} 页。", "This is still page {}, not page {}.";
    foreign_size: "这还是改每页行数之前的客户。", "These are still the customers from before the page size changed.";
    retry: "重试", "Try again";
    part_failed: "这部分没能载入：网络断了，或者刚换了新版本。", "This part could not be loaded: you may be offline, or a new version may have just been released.";
    plain_list: "回到默认列表", "Back to the default list";
    code: "{}（代码 {}）", "{} (code {})";
    p_signed_out: "登录已失效，请重新登录。", "You have been signed out. Please sign in again.";
    p_too_many: "查询太多，服务器暂时不接受。", "Too many lookups; the server is not taking any more for now.";
    p_too_many_wait: "同事们也在用，请 {} 秒后再试。", "Your colleagues are using it too. Try again in {} s.";
    p_refused: "服务器没有接受这次查询。", "The server did not accept this lookup.";
    p_status: "服务器出错了（{}），没有给出数据。", "The server had an error ({}) and sent no data.";
    p_html: "收到的是网页，不是客户数据。", "The server sent a web page instead of customers.";
    p_no_body: "服务器的回答是空的。", "The server sent an empty answer.";
    p_malformed: "服务器的回答读不懂。", "The server's answer could not be read.";
    p_unreachable: "连不上服务器，请检查网络。", "Cannot reach the server. Check your connection.";
    p_offline: "现在没有网络。", "You are offline.";
    p_stopped: "已停止等待。", "You stopped waiting.";
    p_timed_out: "等了很久没有回应。", "The server took too long to answer.";
    for_admin: "给管理员看", "For the administrator";
    admin_html: "可能是网关、登录墙，或 config.json 里的地址不对。", "A gateway, a sign-in wall, or a wrong address in config.json.";
    admin_unreachable: "网络、域名、证书或跨域设置（CORS、connect-src）可能有问题。", "Network, name, certificate or cross-origin settings (CORS, connect-src).";
    admin_malformed: "读到这里：{}", "Read as far as: {}";
    admin_config_unreadable: "config.json 读不懂：{}", "config.json could not be read: {}";
    admin_config_keys: "config.json 里这些项不能用：{}", "Keys of config.json that cannot be used: {}";
    p_advice: "筛选和页码都保留着，可以重试。", "Your filters and page are kept; you can try again.";
    config_unreadable: "页面的设置读不懂，先按默认设置继续。", "The page's settings could not be read; the defaults are used for now.";
    config_bad_keys: "页面的设置里有几项不能用，先按默认值继续。", "Some of the page's settings cannot be used; the defaults are used for now.";

    // Saved views
    views: "视图", "Views";
    view_plain: "默认列表", "Default list";
    views_own: "我的和团队的视图", "My views and team views";
    views_team: "团队视图", "Team views";
    view_unsaved: "有未保存的修改", "Unsaved changes";
    view_default: "默认", "Default";
    save: "保存", "Save";
    save_as: "另存为…", "Save as…";
    save_view: "存为视图…", "Save as a view…";
    revert: "还原", "Revert";
    view_name: "视图名称", "View name";
    view_words_left_out: "搜索词不会存进视图。", "Search words are not saved with the view.";
    view_replaces: "已有「{}」，会被替换。", "“{}” already exists and will be replaced.";
    view_hides_team: "团队视图里已有「{}」，你会看到自己的这个。", "Your team already has a view “{}”; you will see your own instead.";
    view_more: "「{}」更多操作", "More actions for “{}”";
    set_default: "设为默认", "Make default";
    unset_default: "取消默认", "Remove as default";
    rename: "重命名", "Rename";
    delete: "删除", "Delete";
    view_deleted: "已删除「{}」", "“{}” deleted";
    undo: "撤销", "Undo";
    cancel: "取消", "Cancel";
    export_views: "导出全部", "Export all";
    import_views: "导入…", "Import…";
    import_title: "导入视图", "Import views";
    import_lead: "点「导入」之前什么都不会改。", "Nothing changes until you press Import.";
    import_now: "导入", "Import";
    import_left_out: "有 {} 个视图读不懂，不会导入。", "{} view[s] could not be read and will be left out.";
    import_default: "默认视图改为「{}」", "Make “{}” the default view";
    view_is_new: "新增", "New";
    view_is_new_with: "新增 · {}", "New · {}";
    view_is_same: "已有，没有变化", "Already here, no change";
    view_is_changed: "替换现有的 · 改动：{}", "Replaces yours · changes: {}";
    part_filters: "筛选", "filters";
    part_sort: "排序", "sort";
    part_group: "分组", "grouping";
    part_columns: "列", "columns";
    part_order: "列的顺序", "column order";
    part_widths: "列宽", "column widths";
    part_pins: "固定列", "pinned columns";
    part_density: "行高", "row height";
    part_wrap: "换行", "wrapping";
    part_page_size: "每页行数", "rows per page";
    views_too_large: "文件超过 1 MB，不会是视图文件。什么都没改。", "The file is over 1 MB and cannot be a view file. Nothing was changed.";
    views_not_json: "文件读不懂，可能已损坏。什么都没改。", "The file could not be read; it may be damaged. Nothing was changed.";
    views_not_ours: "这不是视图文件。什么都没改。", "This is not a view file. Nothing was changed.";
    views_later: "文件来自更新的版本，请刷新页面后再试。什么都没改。", "The file is from a newer version; reload the page and try again. Nothing was changed.";
    views_none: "文件里没有能用的视图。什么都没改。", "The file contains no view that can be used. Nothing was changed.";
    views_not_kept: "浏览器没能存下视图，关闭页面后会丢失。", "The browser could not save your views; they will be lost when you close the page.";
    views_full: "视图太多，存不下了，请先删除一些。", "There is no room for more views; delete some first.";
    views_team_unreadable: "团队视图读不懂，请告诉管理员检查 views.json。", "The team views could not be read; ask your administrator to check views.json.";

    // The sign of the page that is installed
    badge: "应用图标上显示今天要跟进的数量", "Show how many are due today on the app icon";
    badge_hint: "只有数字，退出登录就清掉", "Only the number; cleared when you sign out";

    // A newer version of the page
    new_version: "有新版本了", "A new version is ready";
    new_version_reload: "重新加载", "Reload";
    new_version_later: "以后再说", "Later";
    // Export
    export: "导出", "Export";
    export_to: "导出…", "Export…";
    export_title: "导出客户", "Export customers";
    export_what: "范围", "What to export";
    export_view: "当前筛选，直到最后一页", "This list, to the last page";
    export_selection: "选中的客户", "Selected customers";
    export_loaded: "已加载的行", "Loaded rows";
    export_count: "{} 行", "{} row[s]";
    export_format: "格式", "Format";
    export_xlsx: "Excel 工作簿（.xlsx）", "Excel workbook (.xlsx)";
    export_csv: "CSV（.csv）", "CSV (.csv)";
    export_csv_hint: "用 Excel 直接打开 CSV 会改掉长编号和开头的 0；给 Excel 用请选工作簿。", "When Excel opens a CSV file, it changes long numbers and drops leading zeros; for Excel, choose the workbook.";
    export_filters: "筛选", "Filters";
    export_no_filters: "没有筛选", "No filters";
    export_sorted: "排序：{}，{}", "Sorted by {}, {}";
    export_cost_least: "还不知道有多少页，大约每秒 1 页，可以随时停。", "It is not known yet how many pages there are: about one a second, and you can stop at any time.";
    export_cost_exact: "约 {} 页，可以随时停。", "About {} page[s]; you can stop at any time.";
    export_cost_time: "约 {} 页，至少 {}，可以随时停。", "About {} page[s], at least {}; you can stop at any time.";
    export_cost_share: "同事和你自己的点击优先。", " Your own clicks and your colleagues' clicks come first.";
    export_cost_none: "马上就好，不用再查。", "Ready right away; no more lookups needed.";
    export_start: "开始导出", "Export";
    export_running: "正在导出", "Exporting";
    export_progress: "已读 {} 页，{} 行", "Read {} page[s], {} row[s]";
    export_left: "，还要约 {}", ", about {} left";
    export_left_unknown: "，还有多少读到最后才知道", "; how much is left is known only at the end";
    export_pause: "暂停", "Pause";
    export_resume: "继续", "Resume";
    export_cancel: "停止，保留已读的", "Stop and keep what was read";
    export_hide: "收起", "Hide";
    export_paused: "已暂停", "Paused";
    export_writing: "正在写文件…", "Writing the file…";
    export_wait_network: "等网络恢复后自动继续", "Continues automatically when you are back online";
    export_wait_sign_in: "登录后自动继续", "Continues automatically after you sign in";
    export_wait_budget: "查询太多，稍后自动继续", "Too many lookups; continues automatically";
    export_done: "已导出 {} 个客户", "{} customer[s] exported";
    error_title_export: "导出失败", "The export failed";
    export_failed: "文件没有写成：{}", "The file could not be written: {}";
    export_no_packer: "写 Excel 的那部分没能载入，可能是网络断了，或者刚换了新版本。请重试，或改选 CSV", "the part that writes workbooks could not be loaded: you may be offline, or a new version may have just been released. Try again, or choose CSV";
    export_no_cause: "浏览器没有说明原因，可能是内存不够。可以少选几列，或改选 CSV", "the browser gave no reason; it may be out of memory. Try fewer columns, or choose CSV";
    export_save_again: "再次下载", "Download again";
    export_ready: "{} 个客户的文件准备好了", "The file with {} customer[s] is ready";
    share_file: "发送文件", "Send the file";
    open_in_browser: "这里不能保存文件，也不能打印。请点右上角的菜单，在浏览器中打开。", "Files cannot be saved or printed here. Open this page in a browser from the menu at the top right.";
    export_open: "导出进度", "Export progress";
    export_file_partial: "_未完成", "_partial";
    export_sheet: "客户", "Customers";
    export_checked: "核对过：没有遗漏和重复 ✓", "Checked: nothing missing, nothing duplicated ✓";
    export_details: "详情", "Details";
    export_report: "导出报告", "Export report";
    export_verdict: "结论", "Result";
    export_rows: "文件中的行数", "Rows in the file";
    export_distinct: "不同的客户 ID", "Different customer IDs";
    export_repeats: "重复（已去掉）", "Duplicates (removed)";
    export_pages: "查询次数", "Lookups";
    export_pages_read: "{} 次，其中 {} 次是回头核对", "{}, including {} double-check[s]";
    export_who: "导出人", "Exported by";
    export_when: "时间", "Time";
    export_joint: "；", "; ";
    export_whole: "完整：没有重复，页与页首尾相接，后面确实没有了", "Complete: no duplicates, each page follows on from the one before, and nothing comes after the last";
    export_whole_selection: "选中的客户都在文件里", "All selected customers are in the file";
    export_whole_loaded: "已加载的行都在文件里，没有读其他页", "All loaded rows are in the file; no other pages were read";
    export_unsure: "不能确定完整：{}", "May be incomplete: {}";
    export_partial: "未完成：{}", "Not finished: {}";
    doubt_cancelled: "中途停止，后面的页没有读", "stopped early, so later pages were not read";
    doubt_end: "没有读到服务器确认的最后一页", "the server did not confirm which page is the last";
    doubt_total: "应有 {} 个客户，读到的是 {} 个", "there should be {} customers, but {} were read";
    doubt_repeats: "有 {} 行重复出现，读取期间列表在变动", "{} row[s] appeared twice because the list changed while it was being read";
    doubt_moved: "{} 处回头核对时客户变了，可能漏掉当时移动的客户", "{} double-check[s] found different customers; some that moved may be missing";
    doubt_gaps: "{} 处页与页接不上，中间可能有遗漏", "{} page break[s] did not line up; customers in between may be missing";
    doubt_nameless: "{} 行没有 ID，无法核对", "{} row[s] without an ID could not be checked";
    doubt_cuts: "{} 个单元格超过 32767 字，已截断", "{} cell[s] longer than 32,767 characters, cut off";
    seconds: "{} 秒", "{} s";
    minutes: "{} 分钟", "{} min";

    // How many there are
    count_ask: "共有多少？", "How many?";
    count_cost: "要翻着页数，可以随时停。", "Counting goes through the pages; you can stop at any time.";
    count_start: "数一数（约 {}）", "Count (about {})";
    count_running: "正在数：至少 {} 个，已查 {} 次", "Counting: at least {}, {} lookup[s]";
    count_found: "共 {} 个（{} 数的）", "{} in all (counted {})";
    count_unclear: "数不清：客户一直在变，至少 {} 个", "Could not count: the list keeps changing; at least {}";
    count_failed: "没数成：{}", "Not counted: {}";

    // Print
    print: "打印已加载的行", "Print loaded rows";

    // Menu
    account: "帐号", "Account";
    language: "语言", "Language";
    theme: "外观", "Appearance";
    theme_system: "跟随系统", "System";
    theme_light: "浅色", "Light";
    theme_dark: "深色", "Dark";
    account_unknown: "我的帐号", "My account";
}

impl Deref for Words {
    type Target = RowWords;

    fn deref(&self) -> &RowWords {
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::{RowWords, Words};
    use crate::i18n::fill;

    #[test]
    fn both_languages_say_the_same_with_as_many_values() {
        for (name, zh, en) in RowWords::PAIRS.iter().chain(Words::PAIRS) {
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{name}");
            assert!(!zh.is_empty() && !en.is_empty(), "{name}");
        }
    }

    #[test]
    fn a_salesperson_reads_no_technical_word() {
        let technical = ["接口", "额度", "调用", "跨域", "cors", "config.json", "endpoint", "http"];
        let english = ["query", "queries", "quota", "session", "cache", "timeout"];
        for (name, zh, en) in RowWords::PAIRS.iter().chain(Words::PAIRS) {
            for word in technical.iter().chain(&english).filter(|_| !name.starts_with("admin_")) {
                for text in [zh, en] {
                    assert!(!text.to_lowercase().contains(word), "{name}: {word}");
                }
            }
        }
    }

    #[test]
    fn a_filled_sentence_has_no_brackets_left() {
        for (name, zh, en) in RowWords::PAIRS.iter().chain(Words::PAIRS) {
            for value in ["1", "2"] {
                let filled = fill(en, &[value; 9]);
                assert!(!filled.contains(['[', ']']) && !zh.contains('['), "{name}: {filled}");
            }
        }
    }

    #[test]
    fn english_is_english() {
        for (name, _, en) in RowWords::PAIRS.iter().chain(Words::PAIRS) {
            assert!(!en.chars().any(|c| ('\u{4e00}'..'\u{a000}').contains(&c)), "{name}: {en}");
        }
    }
}

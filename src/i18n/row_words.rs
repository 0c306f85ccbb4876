words! {
    /// The words of rows and their pager in one language. They are apart because the first rows are drawn
    /// before most of the program is there, and with it all other words. `{}` stands where a value belongs;
    /// see [`fill`](super::fill).
    RowWords;

    // Rows
    list_name: "客户列表", "Customer list";
    more: "更多", "More";
    today: "今天", "Today";
    tomorrow: "明天", "Tomorrow";
    yesterday: "昨天", "Yesterday";
    weekdays: "周一 周二 周三 周四 周五 周六 周日", "Mon Tue Wed Thu Fri Sat Sun";
    days_ago: "{} 天前", "{} d ago";
    days_overdue: "逾期 {} 天", "{} d overdue";
    mine: "我的客户", "My customer";
    opened_today: "今天看过", "Opened today";
    changed: "上次看过后有变化", "Changed since you last looked";
    not_allowed: "无权限查看", "No permission to view";
    masked: "已隐藏部分号码", "Partly hidden";
    disabled_number: "不可拨打", "Cannot be called";
    call: "号码 {}", "Number {}";
    next_time: "下次", "Next";
    last_time: "上次", "Last";
    yes: "是", "Yes";
    no: "否", "No";
    more_labels: "还有 {} 个标签", "{} more label[s]";
    more_phones: "还有 {} 个号码", "{} more number[s]";
    names_count: "{} 等 {} 个", "{} and others, {} in all";
    names_joint: "、", ", ";
    unnamed: "（未命名）", "(no name)";
    opens_outside: "{}（新窗口打开）", "{} (opens in a new window)";
    open_in_crm: "在 CRM 里打开", "Open in the CRM";
    days: "{} 天", "{} d";
    days_over: "已过 {} 天", "{} d past";
    select_row: "选中这一行", "Select this row";
    no_row_id: "这一行没有 ID，不能选中", "This row has no ID and cannot be selected";

    // Pager
    pager: "翻页", "Pages";
    previous: "上一页", "Previous";
    next: "下一页", "Next";
    page_number: "第 {} 页", "Page {}";
    go_to_page: "跳到第几页", "Go to page";
    go_to_place: "页码", "Page";
    per_page: "每页行数", "Rows per page";
    per_page_option: "每页 {}", "{} rows";
    page_rows: "第 {}–{} 个", "{}–{}";
    more_pages: "后面还有", "more follow";
    maybe_more_pages: "后面可能还有", "more may follow";
    last_page: "已到最后一页", "this is the last page";
    total: "共 {} 个客户", "{} customer[s] in all";
}

//! Kehu: the customer list that salespeople keep open all day.

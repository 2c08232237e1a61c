package com.example.bookshop.orders;

enum OrderStatus {
    NEW,
    SHIPPED,
    CANCELLED
}

package com.example.bookshop.orders;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order as the shop keeps it. */
record OrderDetails(
        @NotNull UUID id,
        @NotNull OrderStatus status,
        @NotNull String customer,
        @NotNull List<OrderItem> items,
        @NotNull Boolean gift,
        @NotNull BigDecimal total,
        @NotNull Instant placedAt) {}

package com.example.bookshop.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Copies of one book. */
@Embeddable
record OrderItem(
        @Column(name = "book_id") @NotNull UUID bookId,

        @Column(name = "quantity") @NotNull @Min(1) @Max(100) Integer quantity) {}

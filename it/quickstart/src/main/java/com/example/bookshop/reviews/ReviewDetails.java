package com.example.bookshop.reviews;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A review as the shop keeps it. */
record ReviewDetails(
        @NotNull UUID id,
        @NotNull String reader,
        @NotNull @Min(1) @Max(10) Integer rating,
        String text) {}

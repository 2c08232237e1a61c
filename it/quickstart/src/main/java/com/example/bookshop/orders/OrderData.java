package com.example.bookshop.orders;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What somebody wants to buy. */
record OrderData(
        @NotNull @Size(min = 1, max = 120) String customer,
        @NotNull @Schema(format = "email") @Pattern(regexp = "^[a-z0-9]{1,40}@[a-z0-9]{1,40}\\.[a-z]{2,6}$") String email,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid OrderItem> items,
        Boolean gift) {}

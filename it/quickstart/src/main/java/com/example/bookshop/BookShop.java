package com.example.bookshop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A small book shop. Its API document is served at /v3/api-docs. */
@SpringBootApplication
public class BookShop {
    public static void main(String[] args) {
        SpringApplication.run(BookShop.class, args);
    }
}

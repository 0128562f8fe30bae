//! The simulator at its borders: the API's paths in and JSON out, in-process and over sockets.

#![cfg(test)]

mod faults;
mod ids;
mod keys;
mod lists;
mod pay_later;
mod practice;
mod program;
mod refunds;
mod served;
mod shop;
mod states;
mod switches;

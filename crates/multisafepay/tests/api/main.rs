//! What the client sends and what it makes of answers, through its public face.
#![cfg(test)]

mod canned;
mod judging;
mod orders;
mod properties;
mod samples;
mod sending;

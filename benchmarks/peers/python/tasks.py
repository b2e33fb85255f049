"""The tasks, in a module of their own so that every kind of worker can import them."""
import time


def inc(x):
    return x + 1


def echo(data):
    return data


def burn(rounds):
    x = 1
    for _ in range(rounds):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
    return x


def nap(milliseconds):
    time.sleep(milliseconds / 1000)
    return milliseconds
